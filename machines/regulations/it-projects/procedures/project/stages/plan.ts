import type { Situation } from '#machines/kit/law/rule.js';
import type { Facts } from '#machines/kit/case/facts.js';
import { attachmentsHere, inOwnName, lastStepOurs } from '../../../desk.js';
import { JOINT_REVIEWERS } from '../../../parties.js';
import { presentAmount, type ProjectContext } from '../context.js';
import { corrected } from '../corrections.js';
import { paper, notBefore, notInFuture } from '../rules/common.js';
import { typeStays } from '../rules/continuation.js';
import { changesHold } from '../rules/creation.js';
import { additionApproved, notDetermined, planStillTakes } from '../rules/plan.js';
import { correctionFits } from '../rules/reserve.js';
import { blocked, choose, on, waiting, to } from '../setup.js';

/** The fields of a project that the yearly plan reads. */
const application = (context: ProjectContext, { caseId, number, unit }: Facts) => [
  {
    to: context.plan.case!,
    data: {
      project: caseId,
      number,
      title: context.declaration.title,
      unit: { id: unit.id, name: unit.name, superior: unit.supervisingUnitId },
      amountFen: presentAmount(context),
      version: context.version,
    },
  },
];

/** The project is tied to the plan it applies to, and the application goes there. */
export const tied = { do: 'link', relation: 'annualPlan' } as const;
const applies = { do: 'signal', relation: 'annualPlan', event: 'applied', say: application } as const;
export const applied = [tied, applies] as const;

/** A corrected project is on the list again, as it is now. */
export const isCorrected = { do: 'signal', relation: 'annualPlan', event: 'itemCorrected', say: application } as const;

/** Tells whether the project is on a list that waits for its correction. */
export const onPlan = ({ context: { plan } }: Situation<ProjectContext, unknown>): boolean =>
  plan.case !== undefined && plan.returned !== undefined;

const removed = {
  by: 'system',
  clauses: ['2.1.3b'] as const,
  record: (_: ProjectContext, { reason }: { reason: string }): Partial<ProjectContext> => ({
    plan: { returned: reason },
  }),
  then: [{ do: 'notify', kind: '待办', to: 'applicant', text: '已从年度计划清单剔除' }],
} as const;

/** The plan takes a project off its list that is being pre-reviewed anew. It stays where it is. */
export const takenOffPlan = on('planRemoved', { ...removed, when: onPlan, whenLabel: '在年度计划清单上补正' });

/** A project that ends or goes back leaves the plan. A plan that is over no longer listens. */
export const leavesPlan = {
  do: 'signal',
  relation: 'annualPlan',
  event: 'itemWithdrawn',
  say: ({ plan: { case: to } }: ProjectContext, { caseId }: Facts) =>
    to ? [{ to, data: { project: caseId, reason: '项目单位撤回或项目终止' } }] : [],
} as const;

/** Back in the pool nothing is applied for, in a plan or beside it. */
const leftPlan = ({ plan: { case: plan } }: ProjectContext): Partial<ProjectContext> => ({
  plan: plan ? { case: plan } : {},
  outOfPlan: null,
});

/** The government's decision on an addition, whether it approves or not, is on paper and follows the pre-review. */
const decided = [
  ...paper('governmentDecision'),
  notInFuture('date', '批准日期', '2.2.3'),
  notBefore('date', '批准日期', (c) => c.preReviewed ?? undefined, '预审通过日期', '2.2.3'),
];

const withdraw = on('withdrawFromPlan', {
  to: to('reserve.pooled'),
  by: 'applicant',
  clauses: ['2.1.3a'] as const,
  rules: [notDetermined],
  abandons: true,
  record: leftPlan,
  then: [leavesPlan],
});

/**
 * 年度计划: the decision of the yearly plan about the project, or the addition outside the plan (二(一)3–4, 二(二)3).
 */
export const plan = {
  meta: { stage: 'plan', label: '年度计划' },
  initial: 'collected' as const,
  on: {
    // The departments judge the project in the plan, but what they judge it by lies here.
    ...on('leaveOpinion', {
      by: JOINT_REVIEWERS,
      clauses: ['2.1.3b'],
      rules: [inOwnName, attachmentsHere],
      exempt: true,
    }),
    ...on('planRemoved', { ...removed, to: to('reserve.pooled'), abandons: true }),
    ...on('planReturned', {
      to: to('plan.correcting'),
      by: 'system',
      clauses: ['2.1.3b'],
      record: (context, { reason }) => ({ plan: { ...context.plan, returned: reason } }),
    }),
    ...on('planIssued', {
      to: to('approval'),
      by: 'system',
      clauses: ['2.1.4'],
      record: (context, { number, date, item, year }) => ({
        plan: { ...context.plan, year, issued: { number, date, item, amountFen: presentAmount(context) } },
      }),
    }),
  },
  states: {
    // 二(二)5: what a subordinate unit applies for leaves it through the department above it.
    endorsement: {
      ...waiting({ label: '主管部门审核计划申请', party: 'superior', clause: '2.2.5', opens: ['endorsement'] }),
      on: {
        ...withdraw,
        ...on(
          'endorse',
          {
            to: to('plan.governmentApproval'),
            by: 'superior',
            decides: true,
            clauses: ['2.2.5', '2.2.3'],
            when: ({ context }) => context.outOfPlan !== null,
            whenLabel: '计划外追加',
            record: ({ outOfPlan }, _, { today }) => ({ outOfPlan: { ...outOfPlan!, endorsedOn: today } }),
          },
          {
            to: to('plan.collected'),
            by: 'superior',
            decides: true,
            clauses: ['2.2.5', '2.1.3a'],
            rules: [planStillTakes],
            whenLabel: '申请列入年度计划',
            record: ({ plan: applied }, _, { today }) => ({ plan: { ...applied, endorsedOn: today } }),
            then: [applies],
          },
        ),
        ...on('declineEndorsement', {
          to: to('reserve.pooled'),
          by: 'superior',
          decides: true,
          clauses: ['2.2.5'],
          abandons: true,
          record: leftPlan,
        }),
        ...on('recall', {
          to: to('reserve.pooled'),
          by: 'applicant',
          clauses: ['2.2.5'],
          rules: [lastStepOurs],
          takesBack: true,
          abandons: true,
          record: leftPlan,
        }),
      },
    },
    collected: {
      ...waiting({
        label: '已申请列入年度计划',
        party: 'dataBureau',
        clause: '2.1.3b',
        through: 'annualPlan',
        opens: ['planTracking'],
      }),
      on: withdraw,
    },
    correcting: {
      ...waiting({ label: '联审退回补正', party: 'applicant', clause: '2.1.3b', opens: ['correctionReply'] }),
      on: {
        ...withdraw,
        ...on('resubmit', {
          to: 'weighing',
          by: 'applicant',
          clauses: ['2.1.3b'],
          rules: [correctionFits, typeStays, ...changesHold],
          record: corrected,
        }),
      },
    },

    weighing: choose(
      {
        to: to('reserve.declared'),
        clauses: ['2.1.2a'],
        when: ({ context }) => context.preReviewed === null,
        whenLabel: '申报内容已变，重新预审',
        tells: ['unpooled'],
      },
      { to: 'collected', clauses: ['2.1.3b'], whenLabel: '申报内容未变', then: [isCorrected] },
    ),

    governmentApproval: {
      ...waiting({
        label: '待县政府批准追加',
        party: 'government',
        clause: '2.2.3',
        opens: ['governmentApprovalTracking'],
      }),
      on: {
        ...withdraw,
        ...blocked('approve', { by: 'dataBureau', clauses: ['2.2.3'], rules: [additionApproved] }),
        ...on(
          'recordGovernmentApproval',
          {
            to: to('approval'),
            by: 'dataBureau',
            clauses: ['2.2.3'],
            rules: decided,
            when: ({ data }) => data.result === 'approved',
            whenLabel: '批准',
            record: (context, { number, date, waivesProposal }) => ({
              outOfPlan: {
                ...context.outOfPlan!,
                government: { number, date, waivesProposal, amountFen: presentAmount(context) },
              },
            }),
          },
          {
            to: to('reserve.pooled'),
            by: 'dataBureau',
            clauses: ['2.2.3'],
            rules: decided,
            whenLabel: '不批准',
            abandons: true,
            record: ({ plan: applied }, { number }) => ({
              outOfPlan: null,
              plan: { ...applied, returned: `县政府没有批准计划外追加(${number})` },
            }),
            then: [{ do: 'notify', kind: '待办', to: 'applicant', text: '县政府没有批准计划外追加，项目回到储备库' }],
          },
        ),
      },
    },
  },
};
