import { corrected, review } from '../review.js';
import { attached } from '../rules/common.js';
import { changesHold } from '../rules/creation.js';
import { preReviewedFirst } from '../rules/plan.js';
import { distinctionExplained, endorsedFirst, notSplit } from '../rules/reserve.js';
import { planYearAhead } from '../rules/plan.js';
import { unitNotDeferred, unitRecord } from '../rules/unit-record.js';
import { barrier, end, on, rests, to } from '../setup.js';

/** 储备库: declaration, the supervising department's endorsement where there is one, pre-review, pooled (二(一)2, 二(二)5). */
export const reserve = {
  meta: { stage: 'reserve', label: '储备库' },
  initial: 'drafting' as const,
  on: barrier('applyForPlan', { by: 'applicant', clauses: ['2.1.3a'], rules: [preReviewedFirst] }),
  states: {
    drafting: {
      ...rests({ label: '准备申报', party: 'applicant', clause: '2.1.2a', opens: ['declaration'] }),
      on: {
        ...on('revise', {
          by: 'applicant', clauses: ['2.1.2a'], rules: changesHold,
          record: (context, { changes }, { today, seq }) => corrected(context, { declaration: changes }, today, seq),
        }),
        ...on(
          'declare',
          {
            to: 'endorsement', by: 'applicant', clauses: ['2.2.5', '2.1.2a'], rules: [attached('declarationForm'), ...unitRecord],
            when: ({ context }) => context.applicant.superior !== null, whenLabel: '有主管部门',
          },
          { to: 'preReview', by: 'applicant', clauses: ['2.1.2a'], rules: [attached('declarationForm'), ...unitRecord] },
        ),
      },
    },

    endorsement: review({
      label: '主管部门审核', party: 'superior', clause: '2.2.5', deadline: 'endorsement',
      on: {
        ...on('endorse', { to: to('reserve.preReview'), by: 'superior', clauses: ['2.2.5'], record: () => ({ endorsed: true }) }),
        ...on('declineEndorsement', { to: end('rejected'), by: 'superior', clauses: ['2.2.5'], abandons: true }),
      },
      around: barrier('passPreReview', { by: 'dataBureau', clauses: ['2.2.5'], rules: [endorsedFirst] }),
    }),

    preReview: review({
      label: '入库预审', party: 'dataBureau', clause: '2.1.2a', deadline: 'preReview',
      on: {
        ...on('passPreReview', {
          to: to('reserve.pooled'), by: 'dataBureau', clauses: ['2.1.2a', '2.1.2b'], rules: [notSplit, distinctionExplained],
          record: (_, { similarity, similarityReason }, { today }) => ({
            preReviewed: today,
            similarity: { decision: similarity as 'none' | 'distinct', ...(similarityReason ? { reason: similarityReason } : {}) },
          }),
          tells: ['pooled'],
        }),
        ...on('rejectPreReview', { to: end('rejected'), by: 'dataBureau', clauses: ['2.1.2a'], abandons: true }),
      },
    }),

    pooled: {
      ...rests({ label: '已入库', party: 'applicant', clause: '2.1.3a', opens: ['poolTracking'] }),
      on: {
        ...on('applyForPlan', {
          to: to('plan'), by: 'applicant', clauses: ['2.1.3a'], rules: [preReviewedFirst, planYearAhead, unitNotDeferred, ...unitRecord],
          record: (_, { planYear }) => ({ plan: { year: planYear, opinions: {} }, outOfPlan: null }),
        }),
        ...on('requestOutOfPlan', {
          to: to('plan.governmentApproval'), by: 'applicant', clauses: ['2.2.3'], rules: [preReviewedFirst, unitNotDeferred, ...unitRecord],
          record: (_, data) => ({ outOfPlan: { reason: data.reason } }),
        }),
      },
    },
  },
};
