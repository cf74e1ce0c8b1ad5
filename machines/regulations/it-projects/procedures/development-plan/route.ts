import type { LawfulTransitions } from '#machines/kit/law/take.js';
import type { Facts } from '#machines/kit/case/facts.js';
import type { ItProjectsClause } from '../../clauses/all.js';
import { attachmentsHere, lastStepOurs, notInFuture } from '../../desk.js';
import {
  askedAgain,
  CONSULTED,
  inRound,
  opined,
  outstandingParties,
  revised,
  unasked,
  type PlanContext,
} from './context.js';
import type { DeadlineName } from './deadlines.js';
import {
  asHandedIn,
  paper,
  papersNow,
  cityAgreed,
  enoughExperts,
  everyoneAnswered,
  expertsReviewed,
  affiliationKnown,
  independentExperts,
  inOrder,
  nobodyAgainst,
} from './rules/approval.js';
import { changesHold } from './rules/creation.js';
import { choose, on, waiting, review, to } from './setup.js';

const ASKED = [...CONSULTED, 'departments'] as const;
const consulted = [asHandedIn, everyoneAnswered, nobodyAgainst, expertsReviewed];
const dated = notInFuture('date', '登记的日期', '2.1.1a');
/** An agreement and an objection are both recorded with their document. */
const opinionOfCity = [...paper('upperOpinion'), dated, inOrder.city];
const decisionOfGovernment = [...paper('governmentDecision'), dated, inOrder.approval];

const approved = (
  { versions, declaration, adjustment }: PlanContext,
  { number, date }: { number: string; date: string },
): Partial<PlanContext> => ({
  versions: [
    ...versions,
    { version: versions.length + 1, number, date, summary: adjustment?.proposal ?? declaration.summary },
  ],
  adjustment: null,
});

/** Shows changed text to the city again. The opinions of the departments and the experts stay valid. */
const backFromAbove = (context: PlanContext): Partial<PlanContext> =>
  inRound(context, { sentToCity: null, city: null, sentToGovernment: null });

/**
 * Writes the way of a plan or of an adjustment to the county government: it is drafted, countersigned, seen by experts,
 * sent to the city, and approved (二(一)1, 三3). A rule decides whether an adjustment goes to the city.
 */
export function route({
  key,
  name,
  label,
  clause,
  deadline,
  drafting,
}: {
  key: 'compiling' | 'adjusting';
  name: string;
  label: string;
  clause: ItProjectsClause;
  deadline: DeadlineName;
  drafting: LawfulTransitions;
}) {
  const here = (state: 'drafting' | 'settling' | 'consulting.correcting') => to(`${key}.${state}`);

  const opinions = (target: { to?: 'weighing' }) => ({
    ...on('agreeToPlan', {
      ...target,
      by: ASKED,
      clauses: [clause],
      decides: true,
      record: (context, { opinion }, facts) => opined(context, true, opinion, facts),
    }),
    ...on('objectToPlan', {
      ...target,
      by: ASKED,
      clauses: [clause],
      decides: true,
      record: (context, { reason }, facts) => opined(context, false, reason, facts),
    }),
  });

  return {
    initial: 'drafting' as const,
    meta: { label: name },
    states: {
      drafting: { ...waiting({ label: `${label}起草`, party: 'dataBureau', clause, opens: [deadline] }), on: drafting },

      consulting: review({
        label: `${label}会签`,
        party: outstandingParties,
        returnedBy: ASKED,
        returned: (context: PlanContext, _: unknown, facts: Facts) => askedAgain(context, facts),
        clause,
        deadline: 'planConsultation',
        back: 'weighing',
        resubmit: {
          rules: changesHold,
          record: (context, data, facts) => ({ ...revised(context, data), ...papersNow(facts) }),
        },
        on: {
          ...opinions({ to: 'weighing' }),
          ...on('recall', {
            to: here('drafting'),
            by: 'dataBureau',
            clauses: ['1.2.3'],
            rules: [lastStepOurs],
            takesBack: true,
            abandons: true,
            record: unasked,
          }),
        },
        states: {
          weighing: choose(
            {
              to: here('settling'),
              clauses: [clause],
              when: ({ context }) => outstandingParties(context).length === 0,
              whenLabel: '会签意见已齐',
            },
            { to: 'reviewing', clauses: [clause], whenLabel: '会签意见未齐' },
          ),
        },
      }),

      settling: {
        ...waiting({ label: `${label}待报审`, party: 'dataBureau', clause, opens: ['planSubmission'] }),
        on: {
          ...opinions({}),
          ...on('returnForCorrection', {
            to: here('consulting.correcting'),
            by: 'dataBureau',
            clauses: [clause],
            rules: [attachmentsHere],
            abandons: true,
            returns: true,
            record: backFromAbove,
          }),
          ...on('beginExpertReview', {
            to: 'expertReview',
            by: 'dataBureau',
            clauses: ['3.3a'],
            rules: [inOrder.meeting],
          }),
          ...on('submitToCity', {
            to: 'cityReview',
            by: 'dataBureau',
            clauses: ['2.1.1a'],
            rules: [...consulted, dated, inOrder.sent],
            record: (context, { date }) => inRound(context, { sentToCity: date, city: null }),
          }),
          ...on('submitToGovernment', {
            to: 'governmentDecision',
            by: 'dataBureau',
            clauses: [clause],
            rules: [...consulted, cityAgreed, dated, inOrder.sentUnseen, inOrder.government],
            record: (context, { date }) => inRound(context, { sentToGovernment: date }),
          }),
        },
      },

      expertReview: {
        ...waiting({ label: `${label}专家评审中`, party: 'experts', clause: '3.3a', opens: ['expertReviewTracking'] }),
        on: on('recordExpertReview', {
          to: 'settling',
          by: 'dataBureau',
          clauses: ['3.3a'],
          rules: [
            ...paper('expertOpinion'),
            enoughExperts,
            independentExperts,
            affiliationKnown,
            dated,
            inOrder.experts,
          ],
          record: (context, { date, experts, conclusion }) =>
            inRound(context, { expertReview: { date, experts, conclusion } }),
        }),
      },

      cityReview: {
        ...waiting({ label: `${label}市局审核中`, party: 'city', clause: '2.1.1a', opens: ['cityReviewTracking'] }),
        on: {
          ...on('recordCityConsent', {
            to: 'settling',
            by: 'dataBureau',
            clauses: ['2.1.1a'],
            rules: opinionOfCity,
            record: (context, { number, date }) => inRound(context, { city: { number, date } }),
          }),
          ...on('recordCityObjection', {
            to: 'settling',
            by: 'dataBureau',
            clauses: ['2.1.1a'],
            rules: opinionOfCity,
            record: backFromAbove,
          }),
        },
      },

      governmentDecision: {
        ...waiting({ label: `${label}待县政府批准`, party: 'government', clause, opens: ['governmentTracking'] }),
        on: {
          ...on('recordGovernmentApproval', {
            to: to('approved'),
            by: 'dataBureau',
            clauses: [clause],
            rules: decisionOfGovernment,
            record: approved,
            tells: ['planApproved'],
          }),
          ...on('recordGovernmentObjection', {
            to: 'settling',
            by: 'dataBureau',
            clauses: [clause],
            rules: decisionOfGovernment,
            record: backFromAbove,
          }),
        },
      },
    },
  };
}
