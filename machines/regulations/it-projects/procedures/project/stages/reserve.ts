import { officeOf, type Facts } from '#machines/kit/case/facts.js';
import type { Situation } from '#machines/kit/law/rule.js';
import { endorsedAgain } from '../../../endorsed-again.js';
import { unitNotDeferred, unitRecord } from '../../../common/rules/unit-record.js';
import { attachmentsHere, lastStepOurs } from '../../../desk.js';
import type { ProjectContext } from '../context.js';
import { outstandingParticipants } from '../context.js';
import { corrected, handedIn } from '../corrections.js';
import { review } from '../review.js';
import { PAPERS } from '../decided.js';
import { declarationRevised } from '../rules/alterations.js';
import { asHandedInWith, attached } from '../rules/common.js';
import { parentApproved, parentConfirmed } from '../rules/continuation.js';
import { changesHold } from '../rules/creation.js';
import { jointlyDesigned, notConfirmedYet, participantsConfirmed } from '../rules/participation.js';
import { cityFiled, planBegun, planCollecting, planYearAhead, preReviewedFirst } from '../rules/plan.js';
import { distinctionExplained, endorsedFirst, notSplit, reuseSearched } from '../rules/reserve.js';
import { similarDecided, similarSeen } from '../rules/similar.js';
import { blocked, choose, end, on, waiting, to } from '../setup.js';
import { applied, isCorrected, leavesPlan, onPlan, takenOffPlan, tied } from './plan.js';

const declared = {
  by: 'applicant' as const,
  clauses: ['2.1.2a', '3.4a'] as const,
  rules: [attached('declarationForm'), parentApproved, jointlyDesigned, reuseSearched, ...unitRecord],
  record: (context: ProjectContext, _: unknown, facts: Facts) =>
    handedIn(context, { returned: null, endorsedOn: null }, facts),
};

/** Records the confirmation of the participating unit on whose behalf this person speaks. */
const confirmed = (
  { participation }: ProjectContext,
  { opinion }: { opinion?: string | undefined },
  { actor, today }: Facts,
): Partial<ProjectContext> => ({
  participation: { ...participation, [officeOf(actor)!]: { on: today, ...(opinion ? { opinion } : {}) } },
});

/** Those who are asked before the bureau, as long as what they said does not count. */
const unconfirmed = {
  to: to('reserve.participation'),
  clauses: ['2.1.5'] as const,
  when: ({ context }: Situation<ProjectContext, unknown>) => outstandingParticipants(context).length > 0,
  whenLabel: '参建单位待确认',
};
const unendorsed = {
  to: to('reserve.endorsement'),
  ...endorsedAgain(({ endorsedOn }: ProjectContext) => endorsedOn === null),
};

/** 入库. A project that a plan has sent back for correction returns to that plan. */
const passed = {
  by: 'dataBureau' as const,
  decides: true,
  clauses: ['2.1.2a', '2.1.2b'] as const,
  rules: [
    asHandedInWith(PAPERS.declaration),
    participantsConfirmed,
    endorsedFirst,
    parentApproved,
    parentConfirmed,
    similarSeen,
    notSplit,
    distinctionExplained,
    similarDecided,
  ],
  record: (
    _: ProjectContext,
    { similarity, similarityReason }: { similarity: string; similarityReason?: string },
    { today }: Facts,
  ): Partial<ProjectContext> => ({
    preReviewed: today,
    returned: null,
    similarity: {
      decision: similarity as 'none' | 'distinct',
      ...(similarityReason ? { reason: similarityReason } : {}),
    },
  }),
  tells: ['pooled'] as const,
};

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
  on: {
    ...blocked('applyForPlan', { by: 'applicant', clauses: ['2.1.3a'], rules: [preReviewedFirst] }),
    ...takenOffPlan,
  },
  states: {
    drafting: {
      ...waiting({ label: '准备申报', party: 'applicant', clause: '2.1.2a', opens: ['declaration'] }),
      on: {
        ...on('revise', {
          by: 'applicant',
          clauses: ['2.1.2a'],
          rules: [declarationRevised, ...changesHold],
          record: (context, { changes }, facts) => corrected(context, { declaration: changes }, facts),
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
      unconfirmed,
      { ...unendorsed, whenLabel: '有主管部门' },
      { to: to('reserve.preReview'), clauses: ['2.1.2a'] },
    ),

    endorsement: review({
      label: '主管部门审核',
      party: 'superior',
      clause: '2.2.5',
      deadline: 'endorsement',
      before: [unconfirmed],
      recall: [backToDrafting],
      on: {
        ...on('endorse', {
          to: to('reserve.preReview'),
          by: 'superior',
          decides: true,
          clauses: ['2.2.5'],
          record: (_, __, { today }) => ({ endorsedOn: today, returned: null }),
        }),
        ...on('declineEndorsement', {
          to: end('rejected'),
          by: 'superior',
          decides: true,
          clauses: ['2.2.5'],
          abandons: true,
          then: [leavesPlan],
        }),
      },
      around: blocked('passPreReview', { by: 'dataBureau', clauses: ['2.2.5'], rules: [endorsedFirst] }),
    }),

    preReview: review({
      label: '入库预审',
      party: 'dataBureau',
      clause: '2.1.2a',
      deadline: 'preReview',
      before: [unconfirmed, unendorsed],
      back: { superior: to('reserve.endorsement'), preparation: to('reserve.drafting') },
      recall: [backToDrafting, { by: 'superior', to: to('reserve.endorsement'), record: () => ({ endorsedOn: null }) }],
      on: {
        ...on(
          'passPreReview',
          { ...passed, to: to('plan.collected'), when: onPlan, whenLabel: '在年度计划清单上补正', then: [isCorrected] },
          { ...passed, to: to('reserve.pooled') },
        ),
        ...on('rejectPreReview', {
          to: end('rejected'),
          by: 'dataBureau',
          decides: true,
          clauses: ['2.1.2a'],
          abandons: true,
          then: [leavesPlan],
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
