import type { Facts } from '#machines/kit/case/facts.js';
import type { DeadlineOf } from '../../law.js';
import { addMonths } from '#machines/kit/words/dates.js';
import { approvalOf, evaluators, type ProjectContext } from './context.js';
import { owing } from './duties.js';
import type { parties } from './parties.js';
import type { systemEvents } from './events.js';

const months = (facts: Facts, key: string): number => facts.parameters.number(key, facts.today);

type D = DeadlineOf<ProjectContext, keyof typeof parties, keyof typeof systemEvents>;
type DutyOf = Extract<D, { kind: 'duty' }>;
const duty = (d: Omit<DutyOf, 'kind' | 'ladder'> & Partial<Pick<DutyOf, 'ladder'>>): D => ({
  kind: 'duty',
  ladder: 'standard',
  ...d,
});
const tracking = (d: Omit<Extract<D, { kind: 'tracking' }>, 'kind'>): D => ({ kind: 'tracking', ...d });

/** Every deadline of a project, named after the duty. Its length is a dated parameter of the regulation. */
export const deadlines = {
  declaration: tracking({
    label: '准备申报材料',
    clause: '2.1.2a',
    whose: 'applicant',
    period: 'draft.tracking',
    asks: '：尚未提交，请抓紧准备；不再申报的请撤回。',
  }),
  endorsement: duty({ label: '主管部门审核', clause: '2.2.5', whose: 'superior', period: 'endorsement' }),
  preReview: duty({ label: '储备库预审', clause: '2.1.2a', whose: 'dataBureau', period: 'pool.preReview' }),
  correctionReply: duty({ label: '补正', clause: '2.1.2a', whose: 'applicant', period: 'correction.reply' }),
  cityFilingReport: duty({
    label: '入库项目报市局备案',
    clause: '2.1.2a',
    whose: 'dataBureau',
    period: 'cityFiling.report',
  }),
  cityFilingTracking: tracking({
    label: '跟踪市局备案',
    clause: '2.1.2a',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  }),
  poolTracking: tracking({
    label: '在库项目申请年度计划',
    clause: '2.1.3a',
    whose: 'applicant',
    period: 'pool.tracking',
  }),

  planTracking: tracking({ label: '跟踪年度计划编制', clause: '2.1.3b', whose: 'dataBureau', period: 'pool.tracking' }),
  governmentApprovalTracking: tracking({
    label: '跟踪县政府批准追加',
    clause: '2.2.3',
    whose: 'applicant',
    period: 'upperReview.tracking',
  }),

  preparation: tracking({
    label: '编制报批文件',
    clause: '2.2.2a',
    whose: 'applicant',
    period: 'preparation.tracking',
    asks: '：尚未报批，请抓紧编制。',
  }),
  dossierEndorsement: duty({
    label: '主管部门审核报批文件',
    clause: '2.2.5',
    whose: 'superior',
    period: 'endorsement',
  }),
  participation: duty({ label: '参建单位确认', clause: '2.1.5', whose: 'participants', period: 'participation' }),
  thirdPartyTracking: tracking({
    label: '跟踪第三方审查',
    clause: '3.3b',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  }),
  examination: duty({ label: '项目审批', clause: '2.2.2b', whose: 'dataBureau', period: 'approval.each' }),
  expertReviewTracking: tracking({
    label: '跟踪专家评审',
    clause: '3.3a',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  }),
  cityReviewTracking: tracking({
    label: '跟踪市局审核',
    clause: '2.2.4',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  }),
  provinceReviewTracking: tracking({
    label: '跟踪省级审核',
    clause: '2.2.4',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  }),
  operationReview: tracking({
    label: '跟踪运维方案和预算审查',
    clause: '2.5.4',
    whose: 'applicant',
    period: 'preparation.tracking',
  }),

  contracting: duty({
    label: '批复后完成采购签约',
    clause: '2.3.1a',
    whose: 'applicant',
    period: 'approval.stale.late',
    ladder: 'unusedApproval',
    from: (c, f) => approvalOf(c)?.date ?? f.today,
  }),
  procurementTracking: tracking({
    label: '跟踪采购进展',
    clause: '2.3.1a',
    whose: 'applicant',
    period: 'procurement.tracking',
  }),
  contractSigning: duty({
    label: '中标后签订合同',
    clause: '2.3.1a',
    whose: 'applicant',
    period: 'contract.signing',
    from: (c, f) => c.award?.on ?? f.today,
  }),
  contractNotice: duty({
    label: '合同公告',
    clause: '2.3.1a',
    whose: 'applicant',
    period: 'contract.publication',
    from: (c, f) => c.contract?.signedOn ?? f.today,
  }),
  contractReport: duty({
    label: '合同报财政备案',
    clause: '2.3.1a',
    whose: 'applicant',
    period: 'contract.financeFiling',
    from: (c, f) => c.contract?.signedOn ?? f.today,
  }),
  contractFiling: duty({
    label: '合同备案',
    clause: '2.3.2b',
    whose: 'applicant',
    period: 'contract.filing',
    from: (c, f) => c.contract?.signedOn ?? f.today,
  }),
  startTracking: tracking({ label: '跟踪开工', clause: '2.3.4', whose: 'applicant', period: 'start.tracking' }),
  progress: tracking({
    label: '报送建设进度',
    clause: '2.3.4',
    whose: 'applicant',
    period: 'progress.tracking',
    asks: '：请在省投资项目在线审批监管平台报送本月进度，并在此登记。',
  }),
  trialStart: duty({
    label: '转入试运行',
    clause: '2.4.1',
    whose: 'applicant',
    period: 'trial.start',
    from: (c, f) => c.completedOn ?? f.today,
  }),

  trialPeriod: {
    kind: 'timer',
    label: '试运行期',
    clause: '2.4.1',
    whose: 'applicant',
    period: 'trial.normal',
    ladder: 'trial',
    fires: 'trialPeriodElapsed',
    from: (c, f) => c.trial?.startedOn ?? f.today,
    until: (c) => c.trial?.extendedTo ?? null,
    decidedOn: (c, f) => c.trial?.extendedOn ?? f.today,
  },
  trialExtensionDecision: duty({
    label: '试运行延长审批',
    clause: '2.4.1',
    whose: 'dataBureau',
    period: 'extension.decision',
  }),

  acceptanceApply: duty({
    label: '竣工验收',
    clause: '2.4.2a',
    whose: 'applicant',
    period: 'acceptance.apply',
    from: (c, f) => c.trial?.endedOn ?? c.completedOn ?? f.today,
    until: (c) => c.acceptance.extendedTo,
    decidedOn: (c, f) => c.acceptance.extendedOn ?? f.today,
  }),
  acceptanceExtensionDecision: duty({
    label: '延期验收审批',
    clause: '2.4.2d',
    whose: 'dataBureau',
    period: 'extension.decision',
  }),
  acceptancePrecheck: duty({
    label: '验收申请受理',
    clause: '2.4.2c',
    whose: 'dataBureau',
    period: 'acceptance.precheck',
  }),
  acceptanceMeeting: duty({
    label: '组织竣工验收',
    clause: '2.4.2c',
    whose: 'dataBureau',
    period: 'acceptance.meeting',
  }),
  acceptanceRectification: duty({
    label: '验收整改',
    clause: '2.4.2c',
    whose: 'applicant',
    period: 'rectification.max',
  }),
  acceptanceFiling: duty({
    label: '竣工验收报备',
    clause: '2.4.2b',
    whose: 'applicant',
    period: 'acceptance.filing',
    from: (c, f) => c.acceptance.passedOn ?? f.today,
  }),

  suspensionTracking: tracking({
    label: '跟踪暂停项目',
    clause: '2.6.3b',
    whose: 'dataBureau',
    period: 'suspension.tracking',
  }),

  archiveHandOver: duty({
    label: '项目档案移交',
    clause: '2.4.4',
    whose: 'applicant',
    period: 'archival.handover',
    from: (c, f) => c.acceptance.passedOn ?? f.today,
  }),
  archiveConfirmation: duty({ label: '确认档案移交', clause: '2.4.4', whose: 'archives', period: 'archival.confirm' }),

  evaluationOpening: {
    kind: 'timer',
    label: '绩效自评价受理',
    clause: '2.4.6a',
    whose: 'applicant',
    period: 'evaluation.open',
    ladder: 'silent',
    moment: 'start',
    fires: 'evaluationWindowOpened',
    from: (c, f) => c.acceptance.passedOn ?? f.today,
    until: (c, f) => addMonths(c.acceptance.passedOn ?? f.today, months(f, 'evaluation.open')),
    decidedOn: (c, f) => c.acceptance.passedOn ?? f.today,
  },
  selfEvaluation: duty({
    label: '绩效自评价',
    clause: '2.4.6a',
    whose: 'applicant',
    period: 'evaluation.due',
    ladder: 'evaluation',
    from: (c, f) => c.acceptance.passedOn ?? f.today,
  }),
  interfacePeriod: {
    kind: 'reminder',
    label: '数据接口免费服务期届满',
    clause: '2.4.3',
    whose: 'applicant',
    period: 'interface.period',
    ladder: 'interface',
    from: (c, f) => c.acceptance.passedOn ?? f.today,
    // The period of the contract, or the usual one if the contract names no months.
    until: (c, f) =>
      c.contract!.interfaceFreeMonths > 0
        ? addMonths(c.acceptance.passedOn ?? f.today, c.contract!.interfaceFreeMonths)
        : null,
  },
  securityTest: tracking({
    label: '定期安全检测和风险评估',
    clause: '2.1.6',
    whose: 'applicant',
    period: 'operation.yearly',
    asks: '：请完成本年度的检测评估，并在此登记。',
  }),
  sharingFeedback: tracking({
    label: '数据共享使用情况反馈',
    clause: '2.2.6b',
    whose: 'applicant',
    period: 'operation.yearly',
    asks: '：请反馈本年度的数据共享使用情况，并在此登记。',
  }),
  approvalPublication: duty({
    label: '批复信息公开',
    clause: '2.6.3a',
    whose: 'dataBureau',
    period: 'publication',
    from: (c, f) => approvalOf(c)?.date ?? f.today,
  }),
  acceptancePublication: duty({
    label: '验收信息公开',
    clause: '2.6.3a',
    whose: 'dataBureau',
    period: 'publication',
    from: (c, f) => c.acceptance.passedOn ?? f.today,
  }),
  platformFiling: duty({
    label: '不依托平台项目报市局备案',
    clause: '3.4b',
    whose: 'dataBureau',
    period: 'cityFiling.report',
    from: (c, f) => approvalOf(c)?.date ?? f.today,
  }),
  settlement: tracking({ label: '办结其余事项', clause: '1.2.3', whose: owing, period: 'settlement.tracking' }),
  evaluationReview: duty({ label: '绩效评价', clause: '2.4.6b', whose: evaluators, period: 'evaluation.review' }),
  evaluationRectification: duty({
    label: '评价问题整改',
    clause: '2.4.6c',
    whose: 'applicant',
    period: 'rectification.max',
  }),
  rectificationReview: duty({
    label: '整改复核',
    clause: '2.4.6c',
    whose: 'dataBureau',
    period: 'rectification.review',
  }),
} as const satisfies Record<string, D>;

export type DeadlineName = keyof typeof deadlines;
