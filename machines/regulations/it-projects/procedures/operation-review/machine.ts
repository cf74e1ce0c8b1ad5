import { RETURN_TO } from '#machines/desk/events.js';
import { returns, reviewIn } from '#machines/desk/review.js';
import { attachmentsHere, notInFuture } from '#machines/desk/rules/common.js';
import { decisions, lastStepOurs } from '#machines/desk/rules/decisions.js';
import type { Facts } from '#machines/kit/case/facts.js';
import { grammar } from '#machines/kit/law/machine.js';
import { endorsedFirst } from '../../common/endorsement.js';
import { standsWithProject } from '../../common/project-standing.js';
import { unitRecord } from '../../common/rules/unit-record.js';
import { afresh, askedAgain, opined, outstandingReviewers, revised, type OperationContext } from './context.js';
import { events, systemEvents } from './events.js';
import { parties, REVIEWERS } from './parties.js';
import { advice, attached, paper, changesHold } from './rules/budget.js';
import { onlyReview, projectAwaits, withinPlanned } from './rules/project.js';
import {
  concludedInOrder,
  enoughExperts,
  everyoneAnswered,
  expertsReviewed,
  independentExperts,
  nobodyAgainst,
  reviewedInOrder,
  withinSubmitted,
} from './rules/review.js';
import { tellsConclusion } from './signals.js';

const { kit, on, barrier, choose, rests, spans } = grammar<OperationContext>()({
  parties,
  events,
  systemEvents: Object.keys(systemEvents) as (keyof typeof systemEvents)[],
  decisions: [...decisions, attachmentsHere],
});
const review = reviewIn({ on, rests, spans }, RETURN_TO);

const CLAUSE = '2.5.4';
const here = (state: string): string => `#operation-review.underway.${state}`;
const end = (state: 'concluded' | 'rejected' | 'withdrawn' | 'lapsed'): string => `#operation-review.${state}`;

const resubmit = { rules: changesHold, record: revised };
const toSubmit = [
  projectAwaits,
  onlyReview,
  attached('operationPlan'),
  attached('operationBudget'),
  withinPlanned,
  ...advice,
  ...unitRecord,
];
const handedIn = (_: OperationContext, __: unknown, { today }: Facts): Partial<OperationContext> => ({
  submittedOn: today,
});

const recalled = {
  to: here('drafting'),
  by: 'applicant' as const,
  clauses: ['1.2.3'],
  rules: [lastStepOurs],
  takesBack: true,
  abandons: true,
  record: afresh,
};
const unendorsed = {
  to: here('endorsement'),
  by: 'superior' as const,
  clauses: ['1.2.3'],
  rules: [lastStepOurs],
  takesBack: true,
  abandons: true,
  revokes: true,
  record: () => ({ endorsedOn: null }),
};

const returned = (context: OperationContext, _: unknown, facts: Facts) => askedAgain(context, facts);
const earlier = {
  superior: {
    to: here('endorsement'),
    label: '退回主管部门',
    passed: ({ unit }: Facts) => unit.supervisingUnitId !== null,
    record: (context: OperationContext, _: unknown, facts: Facts) => ({
      ...askedAgain(context, facts),
      endorsedOn: null,
    }),
  },
  preparation: { to: here('drafting'), label: '退回重新编制', record: afresh },
};

/** Given while the review lasts; changed as long as nothing was concluded. */
const opinions = (to: { to?: string }) => ({
  ...on('agreeToOperation', {
    ...to,
    by: REVIEWERS,
    clauses: [CLAUSE],
    rules: advice,
    decides: true,
    record: (context, { opinion }, facts) => opined(context, true, opinion, facts),
  }),
  ...on('objectToOperation', {
    ...to,
    by: REVIEWERS,
    clauses: [CLAUSE],
    decides: true,
    record: (context, { reason }, facts) => opined(context, false, reason, facts),
  }),
});
const toExperts = on('beginExpertReview', { to: here('review.expertReview'), by: 'dataBureau', clauses: ['3.3a'] });
const reject = on('rejectOperation', {
  to: end('rejected'),
  by: 'finance',
  clauses: [CLAUSE],
  decides: true,
  abandons: true,
});
const bothAgree = [everyoneAnswered, nobodyAgainst, expertsReviewed];

/** 运维方案和预算: finance and the bureau side by side, experts, and the amount that finance concludes on; to an operation project that is its approval (二(五)3–4, 三3). */
export const operationReviewMachine = kit.createMachine({
  id: 'operation-review',
  context: ({ input }) => (input as unknown as { context: OperationContext }).context,
  initial: 'underway',
  states: {
    underway: {
      initial: 'drafting',
      on: {
        ...on(
          'withdraw',
          { to: end('withdrawn'), by: 'applicant', clauses: [CLAUSE], abandons: true },
          { to: end('withdrawn'), by: 'dataBureau', clauses: [CLAUSE], decides: true, abandons: true },
        ),
        ...on('projectSuspended', standsWithProject.projectSuspended),
        ...on('projectResumed', standsWithProject.projectResumed),
        ...on('projectEnded', { to: end('lapsed'), by: 'system', clauses: ['2.6.3b'], abandons: true }),
        ...barrier('concludeOperation', { by: 'finance', clauses: [CLAUSE], rules: [endorsedFirst, ...bothAgree] }),
      },
      states: {
        drafting: {
          ...rests({ label: '准备运维方案和预算', party: 'applicant', clause: CLAUSE, opens: ['drafting'] }),
          on: {
            ...on('revise', { by: 'applicant', clauses: [CLAUSE], rules: changesHold, record: revised }),
            ...on(
              'submitOperation',
              {
                to: 'endorsement',
                by: 'applicant',
                clauses: ['2.2.5', CLAUSE],
                rules: toSubmit,
                record: handedIn,
                when: ({ facts }) => facts.unit.supervisingUnitId !== null,
                whenLabel: '有主管部门',
              },
              { to: 'review', by: 'applicant', clauses: [CLAUSE], rules: toSubmit, record: handedIn },
            ),
          },
        },

        endorsement: review({
          label: '主管部门审核运维方案',
          party: 'superior',
          returns: 'superior',
          clause: '2.2.5',
          deadline: 'endorsement',
          resubmit,
          on: {
            ...on('endorse', {
              to: here('review'),
              by: 'superior',
              clauses: ['2.2.5'],
              decides: true,
              record: (_, __, { today }) => ({ endorsedOn: today }),
            }),
            ...on('declineEndorsement', {
              to: here('drafting'),
              by: 'superior',
              clauses: ['2.2.5'],
              decides: true,
              abandons: true,
            }),
            ...on('recall', recalled),
          },
          around: {
            ...barrier('agreeToOperation', { by: REVIEWERS, clauses: ['2.2.5'], rules: [endorsedFirst] }),
            ...barrier('objectToOperation', { by: REVIEWERS, clauses: ['2.2.5'], rules: [endorsedFirst] }),
          },
        }),

        review: review({
          label: '运维方案和预算会审',
          party: outstandingReviewers,
          returns: REVIEWERS,
          returned,
          earlier,
          clause: CLAUSE,
          deadline: 'jointExamination',
          resubmit,
          back: 'weighing',
          on: { ...opinions({ to: 'weighing' }), ...toExperts, ...reject, ...on('recall', recalled, unendorsed) },
          states: {
            weighing: choose(
              {
                to: here('concluding'),
                clauses: [CLAUSE],
                when: ({ context }) => outstandingReviewers(context).length === 0,
                whenLabel: '会审意见已齐',
              },
              { to: 'reviewing', clauses: [CLAUSE], whenLabel: '会审意见未齐' },
            ),
            expertReview: {
              ...rests({
                label: '运维方案专家评审中',
                party: 'experts',
                clause: '3.3a',
                opens: ['expertReviewTracking'],
                pauses: ['jointExamination'],
              }),
              on: on('recordExpertReview', {
                to: 'weighing',
                by: 'dataBureau',
                clauses: ['3.3a'],
                rules: [
                  ...paper('expertOpinion'),
                  enoughExperts,
                  independentExperts,
                  notInFuture('date', '评审日期', '3.3a'),
                  reviewedInOrder,
                ],
                record: (_, { date, experts, conclusion }) => ({ expertReview: { date, experts, conclusion } }),
              }),
            },
          },
        }),

        concluding: {
          ...rests({ label: '待作出审核结论', party: 'finance', clause: CLAUSE, opens: ['conclusion'] }),
          on: {
            ...on('concludeOperation', {
              to: end('concluded'),
              by: 'finance',
              clauses: [CLAUSE],
              decides: true,
              rules: [
                projectAwaits,
                endorsedFirst,
                ...bothAgree,
                withinSubmitted,
                notInFuture('date', '结论日期', CLAUSE),
                ...concludedInOrder,
                ...advice,
                ...unitRecord,
              ],
              record: (_, { number, date, approvedFen }) => ({ concluded: { number, date, approvedFen } }),
              then: [tellsConclusion],
            }),
            ...on(
              'returnForCorrection',
              ...returns(
                { to: here('review.correcting'), by: REVIEWERS, clauses: [CLAUSE], record: returned, abandons: true },
                earlier,
                RETURN_TO,
              ),
            ),
            ...opinions({}),
            ...toExperts,
            ...reject,
          },
        },
      },
    },
    concluded: { type: 'final', tags: ['closed'], meta: { label: '已作出审核结论' } },
    rejected: { type: 'final', tags: ['terminated'], meta: { label: '审核不通过' } },
    withdrawn: { type: 'final', tags: ['terminated'], meta: { label: '已撤销' } },
    lapsed: { type: 'final', tags: ['terminated'], meta: { label: '随项目结束' } },
  },
});
