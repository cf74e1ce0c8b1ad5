import type { LawfulTransitions } from '#machines/kit/law/take.js';
import type { Effect } from '#machines/kit/law/effects.js';
import type { ItProjectsClause } from '../../clauses/all.js';
import { endorsedAgain } from '../../endorsed-again.js';
import {
  dossierOf,
  withAmount,
  withDossier,
  type AmountKind,
  type DossierKey,
  type ProjectContext,
} from './context.js';
import { PAPERS } from './decided.js';
import { review } from './review.js';
import { dossierEndorsed, offPlatform, upperReviewNeeded, withinExamined } from './rules/approval.js';
import { asHandedInWith, paper, notBefore, notInFuture, type ProjectRule } from './rules/common.js';
import { declarationRevised, estimateRevised } from './rules/alterations.js';
import { statementOnly } from './rules/corrections.js';
import { changesHold } from './rules/creation.js';
import { plannedDrift, studyDrift } from './rules/drift.js';
import { enoughExperts, affiliationKnown, independentExperts } from './rules/experts.js';
import { inPlan } from './rules/plan.js';
import { blocked, choose, end, on, to, waiting, type ProjectNames } from './setup.js';

type Result = { result: 'agreed' | 'returned' | 'rejected'; number: string; date: string };
const dated = notInFuture('date', '意见日期', '2.2.4');
const submitted = (context: ProjectContext): string | undefined => dossierOf(context)?.submittedOn;

/** The date of each upper body may not precede these. */
const inOrder = {
  city: [
    notBefore('date', '市级意见日期', submitted, '报批日期', '2.2.4'),
    notBefore('date', '市级意见日期', (c) => dossierOf(c)?.sentOn, '上报日期', '2.2.4', 'after-sending'),
  ],
  province: [notBefore('date', '省级意见日期', (c) => dossierOf(c)?.city?.date, '市级意见日期', '2.2.4')],
} as const;

/** An approval is based on everything before it. An earlier date would falsify the order of the whole project. */
const approvedInOrder = [
  notBefore('date', '批复日期', submitted, '报批日期', '2.1.4', 'after-submission'),
  notBefore('date', '批复日期', (c) => dossierOf(c)?.expertReview?.date, '专家评审日期', '3.3a', 'after-experts'),
  notBefore('date', '批复日期', (c) => dossierOf(c)?.specialReview?.date, '专业评审日期', '3.4b', 'after-special'),
  notBefore('date', '批复日期', (c) => dossierOf(c)?.province?.date, '省级意见日期', '2.2.4', 'after-province'),
];

/** Each body's answer must be there in writing, whether it agrees or not. */
const inWriting = { city: paper('cityOpinion'), province: paper('provinceOpinion') } as const;

/** Once the budget is fixed, the next step is finance's. */
export const askForFunds: Effect<{ deadline: never; party: 'finance' }> = {
  do: 'notify',
  kind: '待办',
  to: 'finance',
  text: '项目已批复，请确认资金安排',
};

/**
 * Records the opinion of city or province on a design. Consent leads on; any other answer leads back to the examiner,
 * who returns or rejects it.
 */
const upperOpinion = (key: 'city' | 'province', next: 'provinceReview' | 'reviewing') => [
  {
    to: next,
    by: 'dataBureau' as const,
    clauses: ['2.2.4'] as const,
    rules: [...inWriting[key], dated, ...inOrder[key]],
    when: ({ data }: { data: Result }) => data.result === 'agreed',
    whenLabel: '同意',
    record: (context: ProjectContext, { number, date }: Result) => withDossier(context, { [key]: { number, date } }),
  },
  {
    to: 'reviewing' as const,
    by: 'dataBureau' as const,
    clauses: ['2.2.4'] as const,
    rules: [...inWriting[key], dated, ...inOrder[key]],
    whenLabel: '退回或不同意',
  },
];

/**
 * Writes the way of one document to approval. The applicant prepares it, the department above endorses it if there is
 * one, and the bureau examines it, with correction, expert review and, if the law asks for it, city and province. Then
 * it is approved or rejected. Experts, city and province stop the bureau's clock (上级审核、专家评审时间不计入).
 */
export function dossier(step: {
  key: DossierKey;
  label: string;
  clause: ItProjectsClause;
  submit: (law: { to: 'handedIn'; by: 'applicant' }) => LawfulTransitions;
  rules: readonly ProjectRule<{ approvedFen?: number }>[];
  /** The kind of amount its approval fixes. */
  fixes: AmountKind;
  next: ProjectNames['target'];
  /** The document rests on an approved study, which may be made anew (重新报批可研). */
  restudied?: LawfulTransitions;
  /** The document goes to city and province if it is large enough (二(二)4). */
  upper?: boolean;
}) {
  const { key, label, clause } = step;
  const here = (state: 'preparing' | 'endorsement' | 'examination') => to(`approval.${key}.${state}`);
  const rules = [inPlan, asHandedInWith(PAPERS.dossier), ...step.rules];

  return {
    initial: 'preparing' as const,
    states: {
      preparing: {
        ...waiting({ label: `编制${label}`, party: 'applicant', clause, opens: ['preparation'] }),
        on: {
          ...step.submit({ to: 'handedIn', by: 'applicant' }),
          ...step.restudied,
          ...on('revise', {
            by: 'applicant',
            clauses: ['2.1.4'],
            rules: [statementOnly, declarationRevised, ...changesHold],
            record: (context, { changes }) => ({ declaration: { ...context.declaration, ...changes } }),
          }),
          ...on('reviseEstimate', {
            to: to('approval.choosing'),
            by: 'applicant',
            clauses: ['2.2.2b', '2.2.2c'],
            rules: [estimateRevised, ...plannedDrift],
            when: ({ context }) => context.dossiers.feasibility?.approved === undefined,
            whenLabel: '可研批复前',
            record: (context, { estimateFen }, { today, seq }) => ({
              declaration: { ...context.declaration, estimateFen },
              amounts: withAmount(context.amounts, { kind: 'estimate', amountFen: estimateFen, on: today, seq }),
            }),
          }),
        },
      },

      handedIn: choose(
        {
          to: here('endorsement'),
          clauses: ['2.2.5'],
          when: ({ context }) => context.applicant.superior !== null,
          whenLabel: '有主管部门',
        },
        { to: here('examination'), clauses: [clause] },
      ),

      endorsement: review({
        label: `主管部门审核${label}`,
        party: 'superior',
        clause: '2.2.5',
        deadline: 'dossierEndorsement',
        recall: [{ by: 'applicant', to: here('preparing') }],
        on: {
          ...on('endorse', {
            to: here('examination'),
            by: 'superior',
            decides: true,
            clauses: ['2.2.5'],
            record: (context, _, { today }) => withDossier(context, { endorsedOn: today }),
          }),
          ...on('declineEndorsement', {
            to: here('preparing'),
            by: 'superior',
            decides: true,
            clauses: ['2.2.5'],
            abandons: true,
          }),
        },
        around: blocked('approve', { by: 'dataBureau', clauses: ['2.2.5'], rules: [dossierEndorsed, ...rules] }),
      }),

      examination: review({
        label: `${label}审批`,
        party: 'dataBureau',
        clause,
        deadline: 'examination',
        before: [
          { to: here('endorsement'), ...endorsedAgain((c: ProjectContext) => dossierOf(c)?.endorsedOn === undefined) },
        ],
        back: { superior: here('endorsement'), preparation: here('preparing') },
        recall: [
          { by: 'applicant', to: here('preparing') },
          { by: 'superior', to: here('endorsement') },
        ],
        on: {
          ...on('beginExpertReview', {
            to: 'expertReview',
            by: 'dataBureau',
            clauses: ['3.3a'],
            rules: [notBefore('meetingOn', '评审会日期', submitted, '报批日期', '3.3a')],
          }),
          ...on('commissionThirdParty', {
            to: 'thirdParty',
            by: 'dataBureau',
            clauses: ['3.3b'],
            rules: [notInFuture('on', '委托日期', '3.3b'), notBefore('on', '委托日期', submitted, '报批日期', '3.3b')],
            record: (context, { on: day }) => withDossier(context, { commissionedOn: day }),
          }),
          ...on('recordSpecialReview', {
            by: 'dataBureau',
            clauses: ['3.4b'],
            rules: [
              ...paper('specialReviewOpinion'),
              enoughExperts,
              independentExperts,
              affiliationKnown,
              notInFuture('date', '评审日期', '3.4b'),
              notBefore('date', '评审日期', submitted, '报批日期', '3.4b', 'special-in-order'),
            ],
            when: ({ context }) => !context.declaration.onPlatform,
            whenLabel: '不依托平台',
            record: (context, { date, experts, conclusion }) =>
              withDossier(context, { specialReview: { date, experts, conclusion } }),
          }),
          ...(step.upper
            ? on('sendToCity', {
                to: 'cityReview',
                by: 'dataBureau',
                clauses: ['2.2.4'],
                rules: [
                  upperReviewNeeded,
                  notInFuture('date', '上报日期', '2.2.4'),
                  notBefore('date', '上报日期', submitted, '报批日期', '2.2.4'),
                ],
                record: (context, { date }) => withDossier(context, { sentOn: date }),
              })
            : {}),
          ...on('approve', {
            to: step.next,
            by: 'dataBureau',
            decides: true,
            clauses: [clause],
            rules: [
              dossierEndorsed,
              ...rules,
              withinExamined,
              ...plannedDrift,
              ...(step.restudied ? studyDrift : []),
              notInFuture('date', '批复日期', '2.1.4'),
              ...approvedInOrder,
            ],
            ...(step.fixes === 'budget' ? { then: [askForFunds] } : {}),
            record: (context, { number, date, approvedFen }, { seq }) => ({
              ...withDossier(context, { approved: { number, date, amountFen: approvedFen } }),
              amounts: withAmount(context.amounts, { kind: step.fixes, amountFen: approvedFen, on: date, seq }),
              returned: null,
            }),
            ...(step.fixes === 'budget' ? { tells: ['budgetApproved'] } : {}),
          }),
          ...on('reject', { to: end('rejected'), by: 'dataBureau', decides: true, clauses: [clause], abandons: true }),
        },
        states: {
          thirdParty: {
            ...waiting({
              label: `${label}第三方审查中`,
              party: 'thirdParty',
              clause: '3.3b',
              opens: ['thirdPartyTracking'],
              pauses: ['examination'],
            }),
            on: on('recordThirdPartyReport', {
              to: 'reviewing',
              by: 'dataBureau',
              clauses: ['3.3b'],
              rules: [
                ...paper('thirdPartyReport'),
                notInFuture('date', '报告日期', '3.3b'),
                notBefore('date', '报告日期', (c) => dossierOf(c)?.commissionedOn, '委托日期', '3.3b'),
              ],
            }),
          },
          expertReview: {
            ...waiting({
              label: `${label}专家评审中`,
              party: 'experts',
              clause: '3.3a',
              opens: ['expertReviewTracking'],
              pauses: ['examination'],
            }),
            on: on('recordExpertReview', {
              to: 'reviewing',
              by: 'dataBureau',
              clauses: ['3.3a'],
              rules: [
                ...paper('expertOpinion'),
                enoughExperts,
                independentExperts,
                affiliationKnown,
                notInFuture('date', '评审日期', '3.3a'),
                notBefore('date', '评审日期', submitted, '报批日期', '3.3a'),
              ],
              record: (context, { date, experts, conclusion }) =>
                withDossier(context, { expertReview: { date, experts, conclusion } }),
            }),
          },
          ...(step.upper
            ? {
                cityReview: {
                  ...waiting({
                    label: `${label}市局审核中`,
                    party: 'city',
                    clause: '2.2.4',
                    opens: ['cityReviewTracking'],
                    pauses: ['examination'],
                  }),
                  on: on('recordCityReview', ...upperOpinion('city', 'provinceReview')),
                },
                provinceReview: {
                  ...waiting({
                    label: `${label}省级审核中`,
                    party: 'province',
                    clause: '2.2.4',
                    opens: ['provinceReviewTracking'],
                    pauses: ['examination'],
                  }),
                  on: on('recordProvinceReview', ...upperOpinion('province', 'reviewing')),
                },
              }
            : {}),
        },
        around: {
          ...blocked('approve', { by: 'dataBureau', clauses: [clause], rules }),
          // One rule is enough to refuse: there is no such review here.
          ...blocked('recordSpecialReview', { by: 'dataBureau', clauses: ['3.4b'], rules: [offPlatform] }),
        },
      }),
    },
  };
}
