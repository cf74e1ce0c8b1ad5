import { officeOf, type Facts } from '#machines/kit/case/facts.js';
import { unitNotDeferred, unitRecord } from '../../../common/rules/unit-record.js';
import { attachmentsHere, lastStepOurs } from '../../../desk.js';
import type { ProjectContext } from '../context.js';
import { outstandingParticipants } from '../context.js';
import { corrected } from '../corrections.js';
import { review } from '../review.js';
import { declarationRevised } from '../rules/alterations.js';
import { attached } from '../rules/common.js';
import { parentApproved, parentConfirmed } from '../rules/continuation.js';
import { changesHold } from '../rules/creation.js';
import { jointlyDesigned, notConfirmedYet, participantsConfirmed } from '../rules/participation.js';
import { cityFiled, planBegun, planCollecting, planYearAhead, preReviewedFirst } from '../rules/plan.js';
import { distinctionExplained, endorsedFirst, notSplit, reuseSearched } from '../rules/reserve.js';
import { similarDecided, similarSeen } from '../rules/similar.js';
import { blocked, choose, end, on, waiting, to } from '../setup.js';
import { applied, tied } from './plan.js';

/** Returns the confirmations that still count: a new joint scheme needs all of them again. */
function stillConfirmed(
  { participation }: ProjectContext,
  documents: Facts['documents'],
): ProjectContext['participation'] {
  const latest =
    documents
      .filter((d) => d.kind === 'jointScheme')
      .map((d) => d.uploadedOn)
      .sort()
      .at(-1) ?? '';
  return Object.fromEntries(Object.entries(participation).filter(([, { on: day }]) => day >= latest));
}

const declared = {
  by: 'applicant' as const,
  clauses: ['2.1.2a', '3.4a'] as const,
  rules: [attached('declarationForm'), parentApproved, jointlyDesigned, reuseSearched, ...unitRecord],
  record: (context: ProjectContext, _: unknown, { documents }: Facts) => ({
    returned: null,
    participation: stillConfirmed(context, documents),
  }),
};

/** Records the confirmation of the participating unit on whose behalf this person speaks. */
const confirmed = (
  { participation }: ProjectContext,
  { opinion }: { opinion?: string | undefined },
  { actor, today }: Facts,
): Partial<ProjectContext> => ({
  participation: { ...participation, [officeOf(actor)!]: { on: today, ...(opinion ? { opinion } : {}) } },
});

const throughSuperior = ({ context }: { context: ProjectContext }): boolean => context.applicant.superior !== null;

const application = {
  by: 'applicant' as const,
  clauses: ['2.1.3a', '2.2.5'] as const,
  rules: [preReviewedFirst, cityFiled, planYearAhead, planBegun, planCollecting, unitNotDeferred, ...unitRecord],
  record: (_: ProjectContext, { planYear }: { planYear: number }, { related }: Facts) => ({
    plan: { year: planYear, case: related['annualPlan']![0]!.id },
    outOfPlan: null,
  }),
};
const addition = {
  by: 'applicant' as const,
  clauses: ['2.2.3', '2.2.5'] as const,
  rules: [preReviewedFirst, unitNotDeferred, ...unitRecord],
  record: (_: ProjectContext, { reason }: { reason: string }, { today }: Facts) => ({
    outOfPlan: { reason, on: today },
  }),
};

const backToDrafting = { by: 'applicant' as const, to: to('reserve.drafting') };

/**
 * 储备库: declaration, the participants' confirmation, the department's endorsement, pre-review, pool (二(一)2,
 * 二(一)5, 二(二)5).
 */
export const reserve = {
  meta: { stage: 'reserve', label: '储备库' },
  initial: 'drafting' as const,
  on: blocked('applyForPlan', { by: 'applicant', clauses: ['2.1.3a'], rules: [preReviewedFirst] }),
  states: {
    drafting: {
      ...waiting({ label: '准备申报', party: 'applicant', clause: '2.1.2a', opens: ['declaration'] }),
      on: {
        ...on('revise', {
          by: 'applicant',
          clauses: ['2.1.2a'],
          rules: [declarationRevised, ...changesHold],
          record: (context, { changes }, { today, seq }) => corrected(context, { declaration: changes }, today, seq),
        }),
        ...on(
          'declare',
          {
            ...declared,
            to: 'participation',
            clauses: ['2.1.5', '2.1.2a', '3.4a'],
            when: ({ context }) => outstandingParticipants(context).length > 0,
            whenLabel: '有参建单位待确认',
          },
          { ...declared, to: 'declared' },
        ),
      },
    },

    participation: {
      ...waiting({ label: '参建单位确认中', party: 'participants', clause: '2.1.5', opens: ['participation'] }),
      on: {
        ...on('confirmParticipation', {
          by: 'participants',
          clauses: ['2.1.5'],
          rules: [notConfirmedYet, attachmentsHere],
          record: confirmed,
        }),
        ...on('objectParticipation', {
          to: 'drafting',
          by: 'participants',
          clauses: ['2.1.5'],
          rules: [attachmentsHere],
          abandons: true,
          record: (_, { reason }, { today }) => ({ returned: { items: reason, to: 'applicant', on: today } }),
        }),
        ...on('recall', {
          to: 'drafting',
          by: 'applicant',
          clauses: ['2.1.5'],
          rules: [lastStepOurs],
          takesBack: true,
          abandons: true,
        }),
        ...blocked('passPreReview', { by: 'dataBureau', clauses: ['2.1.5'], rules: [participantsConfirmed] }),
      },
      ...choose({
        to: to('reserve.declared'),
        clauses: ['2.1.5'],
        when: ({ context }) => outstandingParticipants(context).length === 0,
        whenLabel: '参建单位均已确认',
      }),
    },

    declared: choose(
      {
        to: to('reserve.endorsement'),
        clauses: ['2.2.5'],
        when: ({ context }) => context.applicant.superior !== null,
        whenLabel: '有主管部门',
      },
      { to: to('reserve.preReview'), clauses: ['2.1.2a'] },
    ),

    endorsement: review({
      label: '主管部门审核',
      party: 'superior',
      clause: '2.2.5',
      deadline: 'endorsement',
      recall: [backToDrafting],
      on: {
        ...on('endorse', {
          to: to('reserve.preReview'),
          by: 'superior',
          decides: true,
          clauses: ['2.2.5'],
          record: () => ({ endorsed: true, returned: null }),
        }),
        ...on('declineEndorsement', {
          to: end('rejected'),
          by: 'superior',
          decides: true,
          clauses: ['2.2.5'],
          abandons: true,
        }),
      },
      around: blocked('passPreReview', { by: 'dataBureau', clauses: ['2.2.5'], rules: [endorsedFirst] }),
    }),

    preReview: review({
      label: '入库预审',
      party: 'dataBureau',
      clause: '2.1.2a',
      deadline: 'preReview',
      back: { superior: to('reserve.endorsement'), preparation: to('reserve.drafting') },
      recall: [backToDrafting, { by: 'superior', to: to('reserve.endorsement'), record: () => ({ endorsed: false }) }],
      on: {
        ...on('passPreReview', {
          to: to('reserve.pooled'),
          by: 'dataBureau',
          decides: true,
          clauses: ['2.1.2a', '2.1.2b'],
          rules: [
            participantsConfirmed,
            endorsedFirst,
            parentApproved,
            parentConfirmed,
            similarSeen,
            notSplit,
            distinctionExplained,
            similarDecided,
          ],
          record: (_, { similarity, similarityReason }, { today }) => ({
            preReviewed: today,
            returned: null,
            similarity: {
              decision: similarity as 'none' | 'distinct',
              ...(similarityReason ? { reason: similarityReason } : {}),
            },
          }),
          tells: ['pooled'],
        }),
        ...on('rejectPreReview', {
          to: end('rejected'),
          by: 'dataBureau',
          decides: true,
          clauses: ['2.1.2a'],
          abandons: true,
        }),
      },
    }),

    pooled: {
      ...waiting({ label: '已入库', party: 'applicant', clause: '2.1.3a', opens: ['poolTracking'] }),
      on: {
        ...on(
          'applyForPlan',
          { ...application, to: to('plan.endorsement'), when: throughSuperior, whenLabel: '有主管部门', then: [tied] },
          { ...application, to: to('plan.collected'), then: applied },
        ),
        ...on(
          'requestOutOfPlan',
          { ...addition, to: to('plan.endorsement'), when: throughSuperior, whenLabel: '有主管部门' },
          { ...addition, to: to('plan.governmentApproval') },
        ),
      },
    },
  },
};
