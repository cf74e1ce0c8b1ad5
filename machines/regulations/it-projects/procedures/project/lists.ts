import type { CaseLists } from '#machines/kit/law/list.js';
import { approvedBudget, type ProjectContext } from './context.js';

/** The lists by which officials watch projects (二(六)1, 二(六)3). */
export const lists = {
  unfiledWithCity: {
    label: '入库未备案',
    clause: '2.1.2a',
    says: '已通过储备库预审，市局尚未备案',
    deadlines: ['cityFilingReport'],
    holds: ({ context }) => context.preReviewed !== null && context.cityFiledOn === null,
  },
  pooledNotPlanned: {
    label: '入库未列计划',
    clause: '2.1.3a',
    says: '已在储备库，尚未列入年度计划，也未经县政府批准追加',
    holds: ({ context: { preReviewed, plan, outOfPlan }, position: { stage } }) =>
      preReviewed !== null &&
      plan.issued === undefined &&
      outOfPlan?.government === undefined &&
      (stage === 'reserve' || stage === 'plan'),
  },
  plannedNotApproved: {
    label: '列计划未批复',
    clause: '2.1.4',
    says: '已列入年度计划或者经批准追加，尚未批复',
    deadlines: ['examination'],
    holds: ({ position }) => position.stage === 'approval',
  },
  approvedNotBuilt: {
    label: '已批未建',
    clause: '2.3.1a',
    says: '概算已经批复，尚未开工',
    deadlines: ['contracting'],
    holds: ({ context }) => approvedBudget(context) !== undefined && context.started === null,
  },
  contractUnfiled: {
    label: '合同未备案',
    clause: '2.3.2b',
    says: '合同已签订，尚未报数据资源管理部门备案',
    deadlines: ['contractFiling'],
    holds: ({ context }) => context.contract !== null && context.contract.filedOn === null,
  },
  contractUnreported: {
    label: '合同未报财政备案',
    clause: '2.3.1a',
    says: '合同已签订，尚未报财政部门备案',
    deadlines: ['contractReport'],
    holds: ({ context }) => context.contract !== null && context.contract.reportedOn === null,
  },
  underChange: {
    label: '变更未办结',
    clause: '2.3.3a',
    says: '有投资变更正在办理',
    holds: ({ context }) => context.changes.some((c) => c.standing === 'open' || c.standing === 'pending'),
  },
  trialOver: {
    label: '试运行超期',
    clause: '2.4.1',
    says: '试运行期已满，尚未申请竣工验收',
    deadlines: ['acceptanceApply'],
    holds: ({ context }) =>
      context.trial !== null &&
      context.trial.endedOn !== null &&
      context.acceptance.appliedOn === null &&
      context.acceptance.passedOn === null,
  },
  archivesUnaccepted: {
    label: '档案未验收',
    clause: '2.4.4',
    says: '已建成，项目档案尚未通过验收',
    deadlines: ['acceptanceApply'],
    holds: ({ context }) => context.completedOn !== null && context.archiveAcceptance?.passed !== true,
  },
  archivesNotHandedOver: {
    label: '验收后未移交档案',
    clause: '2.4.4',
    says: '已通过竣工验收，尚未移交档案',
    deadlines: ['archiveHandOver'],
    holds: ({ context }) => context.acceptance.passedOn !== null && context.handedOver === null,
  },
  selfEvaluationDue: {
    label: '自评价到期',
    clause: '2.4.6a',
    says: '已到自评价报送期，尚未报送',
    deadlines: ['selfEvaluation'],
    holds: ({ position }) => position.states.includes('underway.path.evaluation.open'),
  },
  undisclosed: {
    label: '应公开未公开',
    clause: '2.6.3a',
    says: '概算批复或者验收信息尚未公开',
    deadlines: ['approvalPublication', 'acceptancePublication'],
    holds: ({ context }) =>
      (approvedBudget(context) !== undefined && context.published.approval === null) ||
      (context.acceptance.passedOn !== null && context.published.acceptance === null),
  },
  suspended: {
    label: '暂停项目',
    clause: '2.6.3b',
    says: '已暂停，尚未恢复',
    holds: ({ position }) => position.status === 'suspended',
  },
} as const satisfies CaseLists<ProjectContext>;
