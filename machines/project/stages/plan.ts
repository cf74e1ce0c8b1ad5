import { outstandingReviewers } from '../deadlines.js';
import { JOINT_REVIEWERS, parties, type JointReviewer } from '../../regulation/parties.js';
import type { ProjectContext } from '../context.js';
import type { Facts } from '../../kit/facts.js';
import {
  cityAgreedPlan, governmentApprovedPlan, jointlyReviewed, nobodyObjects, objectionExplained, provinceAgreedPlan,
} from '../rules/plan.js';
import { corrected } from '../review.js';
import { notBefore, notInFuture } from '../rules/common.js';
import { changesHold } from '../rules/creation.js';
import { correctionFits } from '../rules/reserve.js';
import { barrier, end, on, rests, spans, to } from '../setup.js';

/** The department on whose behalf this person gives a joint opinion. */
const department = ({ actor }: Facts): JointReviewer => JOINT_REVIEWERS.find((d) => actor.principals.includes(`role:${parties[d].role}`))!;

const withOpinion = (context: ProjectContext, data: { opinion: 'agree' | 'object'; comment?: string | undefined }, facts: Facts): Partial<ProjectContext> => ({
  plan: {
    ...context.plan,
    opinions: {
      ...context.plan.opinions,
      [department(facts)]: { opinion: data.opinion, on: facts.today, ...(data.comment ? { comment: data.comment } : {}) },
    },
  },
});

type Result = { result: 'agreed' | 'returned' | 'rejected'; number: string; date: string };
const dated = notInFuture('date', '意见日期', '2.1.3b');

/** What each body's date may not precede. */
const inOrder = {
  city: notBefore('date', '市级意见日期', (c) => c.plan.sentOn, '上报日期', '2.1.3b'),
  province: notBefore('date', '省级意见日期', (c) => c.plan.city?.date, '市级意见日期', '2.1.3b'),
  government: notBefore('date', '县政府决定日期', (c) => c.plan.province?.date, '省级意见日期', '2.1.3b'),
} as const;

/** What an outside body may say of the list: on to `next`, back to the bureau, or out of the plan. */
const outsideOpinion = (key: 'city' | 'province' | 'government', next: string) => [
  {
    to: next, by: 'dataBureau' as const, clauses: ['2.1.3b'], rules: [dated, inOrder[key]],
    when: ({ data }: { data: Result }) => data.result === 'agreed', whenLabel: '同意',
    record: (context: ProjectContext, { number, date }: Result) => ({ plan: { ...context.plan, [key]: { number, date } } }),
  },
  {
    to: to('plan.listing'), by: 'dataBureau' as const, clauses: ['2.1.3b'], rules: [dated],
    when: ({ data }: { data: Result }) => data.result === 'returned', whenLabel: '退回',
    record: ({ plan }: ProjectContext) => ({ plan: { opinions: plan.opinions, ...(plan.year ? { year: plan.year } : {}) } }),
  },
  {
    to: to('reserve.pooled'), by: 'dataBureau' as const, clauses: ['2.1.3b'], rules: [dated], whenLabel: '不同意', abandons: true,
    record: () => ({ plan: { opinions: {} } }),
  },
];

const remove = on('removeFromPlan', {
  to: to('reserve.pooled'), by: 'dataBureau', clauses: ['2.1.3b'], abandons: true, record: () => ({ plan: { opinions: {} } }),
});

/** 年度计划: joint review, city, province, the county government's decision, issue; or the addition outside the plan (二(一)3–4, 二(二)3). */
export const plan = {
  meta: { stage: 'plan', label: '年度计划' },
  initial: 'jointReview' as const,
  on: {
    ...barrier('submitPlanToCity', { by: 'dataBureau', clauses: ['2.1.3b'], rules: [jointlyReviewed, nobodyObjects] }),
    ...barrier('issuePlan', { by: 'dataBureau', clauses: ['2.1.3b'], rules: [jointlyReviewed, cityAgreedPlan, provinceAgreedPlan, governmentApprovedPlan] }),
  },
  states: {
    jointReview: {
      initial: 'reviewing' as const,
      ...spans('jointReview'),
      states: {
        reviewing: {
          ...rests({ label: '联审中', party: outstandingReviewers, clause: '2.1.3b' }),
          on: {
            ...on(
              'giveJointOpinion',
              {
                to: to('plan.listing'), by: JOINT_REVIEWERS, clauses: ['2.1.3b'], rules: [objectionExplained], whenLabel: '各部门意见已齐',
                when: ({ context, facts }) => outstandingReviewers(context).every((d) => d === department(facts)),
                record: withOpinion,
              },
              { by: JOINT_REVIEWERS, clauses: ['2.1.3b'], rules: [objectionExplained], record: withOpinion },
            ),
            ...on('returnForCorrection', { to: 'correcting', by: JOINT_REVIEWERS, clauses: ['2.1.3b'] }),
            ...remove,
          },
        },
        correcting: {
          ...rests({ label: '联审退回补正', party: 'applicant', clause: '2.1.3b', opens: ['correctionReply'], pauses: ['jointReview'] }),
          on: on('resubmit', {
            to: 'reviewing', by: 'applicant', clauses: ['2.1.3b'], rules: [correctionFits, ...changesHold],
            record: (context, data, { today, seq }) => corrected(context, data, today, seq),
          }),
        },
      },
    },

    listing: {
      ...rests({ label: '提出计划清单', party: 'dataBureau', clause: '2.1.3b', opens: ['planListing'] }),
      on: {
        ...on('giveJointOpinion', { by: JOINT_REVIEWERS, clauses: ['2.1.3b'], rules: [objectionExplained], record: withOpinion }),
        ...on('submitPlanToCity', { to: 'cityReview', by: 'dataBureau', clauses: ['2.1.3b'], rules: [jointlyReviewed, nobodyObjects, notInFuture('date', '上报日期', '2.1.3b')], record: ({ plan: p }, { date }) => ({ plan: { ...p, sentOn: date } }) }),
        ...on('returnForCorrection', { to: to('plan.jointReview.correcting'), by: 'dataBureau', clauses: ['2.1.3b'], record: ({ plan: { year } }) => ({ plan: { opinions: {}, ...(year ? { year } : {}) } }) }),
        ...remove,
      },
    },

    cityReview: {
      ...rests({ label: '市局审核计划中', party: 'city', clause: '2.1.3b', opens: ['planCityTracking'] }),
      on: { ...on('recordPlanCityOpinion', ...outsideOpinion('city', to('plan.provinceReview'))), ...remove },
    },

    provinceReview: {
      ...rests({ label: '省级审核计划中', party: 'province', clause: '2.1.3b', opens: ['planProvinceTracking'] }),
      on: { ...on('recordPlanProvinceOpinion', ...outsideOpinion('province', to('plan.governmentDecision'))), ...remove },
    },

    governmentDecision: {
      ...rests({ label: '待县政府确定计划', party: 'government', clause: '2.1.3b', opens: ['planDecisionTracking'] }),
      on: { ...on('recordPlanDecision', ...outsideOpinion('government', to('plan.issuing'))), ...remove },
    },

    issuing: {
      ...rests({ label: '待下达计划', party: 'dataBureau', clause: '2.1.4', opens: ['planIssue'] }),
      on: on('issuePlan', {
        to: to('approval'), by: 'dataBureau', clauses: ['2.1.4'],
        rules: [jointlyReviewed, cityAgreedPlan, provinceAgreedPlan, governmentApprovedPlan, notInFuture('date', '下达日期', '2.1.4'), notBefore('date', '下达日期', (c) => c.plan.government?.date, '县政府决定日期', '2.1.4')],
        record: (context, { number, date, item }) => ({ plan: { ...context.plan, issued: { number, date, item } } }),
      }),
    },

    governmentApproval: {
      ...rests({ label: '待县政府批准追加', party: 'government', clause: '2.2.3', opens: ['governmentApprovalTracking'] }),
      on: on(
        'recordGovernmentApproval',
        {
          to: to('approval'), by: 'dataBureau', clauses: ['2.2.3'],
          rules: [notInFuture('date', '批准日期', '2.2.3'), notBefore('date', '批准日期', (c) => c.preReviewed ?? undefined, '预审通过日期', '2.2.3')],
          when: ({ data }) => data.result === 'approved', whenLabel: '批准',
          record: (context, { number, date, waivesProposal }) => ({ outOfPlan: { ...context.outOfPlan!, government: { number, date, waivesProposal } } }),
        },
        { to: end('rejected'), by: 'dataBureau', clauses: ['2.2.3'], rules: [notInFuture('date', '批准日期', '2.2.3')], whenLabel: '不批准', abandons: true },
      ),
    },
  },
};
