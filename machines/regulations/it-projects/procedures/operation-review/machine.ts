import type { Facts } from '#machines/kit/case/facts.js';
import { grammarOf } from '../../law.js';
import { RETURN_TO, attachmentsHere, decisions, lastStepOurs, notInFuture, reviewIn, waysBack } from '../../desk.js';
import { endorsedFirst } from '../../common/endorsement.js';
import { endorsedAgain } from '../../endorsed-again.js';
import { standsWithProject } from '../../common/project-standing.js';
import { unitRecord } from '../../common/rules/unit-record.js';
import {
  afresh,
  askedAgain,
  decided,
  opined,
  outstandingReviewers,
  revised,
  type OperationContext,
} from './context.js';
import { events, systemEvents } from './events.js';
import { parties, REVIEWERS } from './parties.js';
import { advice, asHandedIn, attached, declarationRevised, paper, papersNow, changesHold } from './rules/budget.js';
import { concludedWithinPlan, onlyReview, projectAwaits, withinPlanEstimate, withinPlanned } from './rules/project.js';
import {
  concludedInOrder,
  enoughExperts,
  everyoneAnswered,
  expertsReviewed,
  affiliationKnown,
  independentExperts,
  meetingInOrder,
  nobodyAgainst,
  reviewedInOrder,
  withinSubmitted,
} from './rules/review.js';
import { tellsConclusion } from './signals.js';
import { deadlines } from './deadlines.js';
import { states } from './states.js';

const { at, on, blocked, choose, waiting, machine, verbs, within } = grammarOf<OperationContext>()({
  id: 'operation-review',
  states,
  parties,
  events,
  systemEvents,
  deadlines,
  decisions: [...decisions, attachmentsHere],
  decided,
});
const review = reviewIn(verbs, { owner: 'applicant', reply: 'correctionReply', labels: RETURN_TO });

const CLAUSE = '2.5.4';
const here = within('underway');
const end = at;

const resubmit = {
  rules: changesHold,
  record: (
    context: OperationContext,
    data: Parameters<typeof revised>[1],
    facts: Facts,
  ): Partial<OperationContext> => ({ ...revised(context, data), ...papersNow(facts) }),
};
const toSubmit = [
  projectAwaits,
  onlyReview,
  attached('operationPlan'),
  attached('operationBudget'),
  withinPlanned,
  withinPlanEstimate,
  ...advice,
  ...unitRecord,
];
const handedIn = (_: OperationContext, __: unknown, facts: Facts): Partial<OperationContext> => ({
  submittedOn: facts.today,
  ...papersNow(facts),
});

const recalled = {
  to: here('drafting'),
  by: 'applicant' as const,
  clauses: ['1.2.3'] as const,
  rules: [lastStepOurs],
  takesBack: true,
  abandons: true,
  record: afresh,
};
const unendorsed = {
  to: here('endorsement'),
  by: 'superior' as const,
  clauses: ['1.2.3'] as const,
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
    passed: ({ facts }: { facts: Facts }) => facts.unit.supervisingUnitId !== null,
    record: (context: OperationContext, _: unknown, facts: Facts) => ({
      ...askedAgain(context, facts),
      endorsedOn: null,
    }),
  },
  preparation: { to: here('drafting'), label: '退回重新编制', record: afresh },
};

/** Opinions are given while the review lasts, and can be changed until there is a conclusion. */
const opinions = (to: { to?: 'weighing' }) => ({
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
const toExperts = on('beginExpertReview', {
  to: here('review.expertReview'),
  by: 'dataBureau',
  clauses: ['3.3a'],
  rules: [meetingInOrder],
});
const reject = on('rejectOperation', {
  to: end('rejected'),
  by: 'finance',
  clauses: [CLAUSE],
  decides: true,
  abandons: true,
});
const bothAgree = [everyoneAnswered, nobodyAgainst, expertsReviewed];

/**
 * 运维方案和预算: finance and the bureau review it side by side, experts see it, and finance concludes on the amount.
 * For an operation project the conclusion is its approval (二(五)3–4, 三3).
 */
export const operationReviewMachine = machine({
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
        ...blocked('concludeOperation', { by: 'finance', clauses: [CLAUSE], rules: [endorsedFirst, ...bothAgree] }),
      },
      states: {
        drafting: {
          ...waiting({ label: '准备运维方案和预算', party: 'applicant', clause: CLAUSE, opens: ['drafting'] }),
          on: {
            ...on('revise', {
              by: 'applicant',
              clauses: [CLAUSE],
              rules: [declarationRevised, ...changesHold],
              record: revised,
            }),
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
          returnedBy: 'superior',
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
            ...blocked('agreeToOperation', { by: REVIEWERS, clauses: ['2.2.5'], rules: [endorsedFirst] }),
            ...blocked('objectToOperation', { by: REVIEWERS, clauses: ['2.2.5'], rules: [endorsedFirst] }),
          },
        }),

        review: review({
          label: '运维方案和预算会审',
          party: outstandingReviewers,
          returnedBy: REVIEWERS,
          returned,
          earlier,
          clause: CLAUSE,
          deadline: 'jointExamination',
          resubmit,
          back: 'weighing',
          on: { ...opinions({ to: 'weighing' }), ...toExperts, ...reject, ...on('recall', recalled, unendorsed) },
          states: {
            weighing: choose(
              { to: here('endorsement'), ...endorsedAgain(({ endorsedOn }: OperationContext) => endorsedOn === null) },
              {
                to: here('concluding'),
                clauses: [CLAUSE],
                when: ({ context }) => outstandingReviewers(context).length === 0,
                whenLabel: '会审意见已齐',
              },
              { to: 'reviewing', clauses: [CLAUSE], whenLabel: '会审意见未齐' },
            ),
            expertReview: {
              ...waiting({
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
                  affiliationKnown,
                  notInFuture('date', '评审日期', '3.3a'),
                  reviewedInOrder,
                ],
                record: (_, { date, experts, conclusion }) => ({ expertReview: { date, experts, conclusion } }),
              }),
            },
          },
        }),

        concluding: {
          ...waiting({ label: '待作出审核结论', party: 'finance', clause: CLAUSE, opens: ['conclusion'] }),
          on: {
            ...on('concludeOperation', {
              to: end('concluded'),
              by: 'finance',
              clauses: [CLAUSE],
              decides: true,
              rules: [
                projectAwaits,
                endorsedFirst,
                asHandedIn,
                ...bothAgree,
                withinSubmitted,
                concludedWithinPlan,
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
              ...waysBack(
                {
                  to: here('review.correcting'),
                  by: REVIEWERS,
                  clauses: [CLAUSE] as const,
                  record: returned,
                  abandons: true,
                },
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
