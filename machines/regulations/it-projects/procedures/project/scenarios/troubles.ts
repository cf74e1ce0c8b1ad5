import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../testing/lines.js';

/** What goes wrong on the way, and how it is put right or ends. */

const fen = wan(150);
const begun = { by: 'education', on: '2025-01-06' } as const;
const contracted = [
  ...line.pooled('education', '2025-01-07'),
  ...line.planned('education', '2025-01-20', 2026),
  ...line.approvedInOneStep('education', '2025-02-10', fen),
];

export const sentBack: Story = {
  title: '退回补正：改了再报，原审查部门接着办',
  clauses: ['2.1.2a', '2.1.2b', '2.1.3b'],
  ...begun,
  declare: line.declarationOf('学籍管理系统', fen),
  steps: [
    { by: 'education', send: 'revise', data: { changes: { classified: true } }, clause: '2.2.6c' },
    {
      by: 'education',
      send: 'revise',
      data: { changes: { fundingSources: ['ownFunds'], projectType: 'continuation' } },
      refused: ['creation.publicly-funded', 'creation.parent-approval'],
    },
    { upload: 'declarationForm', by: 'education', send: 'declare' },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '技术路线不清' }, state: 'reserve.preReview.correcting' },
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'none' }, notApplicable: true },
    { by: 'education', send: 'resubmit', data: { reply: '已改', dossier: { budgetFen: fen } }, refused: ['correction.fits'] },
    { by: 'education', send: 'resubmit', data: { reply: '已改', declaration: { projectType: 'continuation' } }, refused: ['creation.parent-approval'] },
    { by: 'education', send: 'resubmit', data: { reply: '已改', declaration: { technicalRoute: '政务云' } }, state: 'reserve.preReview.reviewing' },
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'split' }, refused: ['reserve.not-split'] },
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'distinct' }, refused: ['reserve.distinction-explained'] },
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'distinct', similarityReason: '业务对象不同' } },
    { on: '2025-01-13', by: 'education', send: 'applyForPlan', data: { planYear: 2025 }, refused: ['plan.begun'], clause: '2.1.3a' },
    { by: 'education', send: 'applyForPlan', data: { planYear: 2026 }, refused: ['plan.begun'] },
    { by: 'data-bureau', begin: 'annual-plan', at: 'plan-2026', data: { year: 2026, opensOn: '2025-01-13', closesOn: '2025-01-17' }, state: 'collecting' },
    { by: 'education', send: 'applyForPlan', data: { planYear: 2026 }, state: 'plan.collected' },
    { by: 'cyberspace', at: 'plan-2026', send: 'giveJointOpinion', data: { opinion: 'agree' }, clause: '2.1.3b', refused: ['plan.collected-first'] },
    { by: 'data-bureau', at: 'plan-2026', send: 'closeWindow', data: { reason: '提前截止' }, state: 'jointReview' },
    { by: 'cyberspace', at: 'plan-2026', send: 'giveJointOpinion', data: { opinion: 'agree' } },
    { by: 'data-bureau', at: 'plan-2026', send: 'submitPlanToCity', data: { date: '2025-01-13' }, refused: ['plan.jointly-reviewed', 'experts.reviewed'] },
    { by: 'finance', at: 'plan-2026', send: 'returnItem', naming: (known) => ({ project: known.id(), items: '资金来源不明' }) },
    { state: 'plan.correcting' },
    { by: 'education', send: 'resubmit', data: { reply: '已补充资金来源' }, state: 'plan.collected' },
    { by: 'finance', at: 'plan-2026', send: 'giveJointOpinion', data: { opinion: 'object' }, refused: ['plan.objection-explained'] },
    { by: 'finance', at: 'plan-2026', send: 'giveJointOpinion', data: { opinion: 'object', comment: '资金未落实' } },
    { by: 'development-reform', at: 'plan-2026', send: 'giveJointOpinion', data: { opinion: 'agree' }, state: 'jointReview' },
    { by: 'data-bureau', at: 'plan-2026', send: 'giveJointOpinion', data: { opinion: 'agree' }, state: 'listing' },
    {
      by: 'data-bureau',
      at: 'plan-2026',
      send: 'submitPlanToCity',
      data: { date: '2025-01-13' },
      refused: ['plan.nobody-objects', 'experts.reviewed', 'document.planList'],
    },
    { by: 'data-bureau', at: 'plan-2026', send: 'removeItem', naming: (known) => ({ project: known.id(), reason: '资金未落实' }) },
    { state: 'reserve.pooled' },
    ...line.planned('education', '2025-08-11', 2027),
  ],
};

export const suspendedAndResumed: Story = {
  title: '暂停：停止一切办理和计时，恢复后继续；终止则到此为止',
  clauses: ['2.6.3b', '2.6.4'],
  ...begun,
  declare: line.declarationOf('教师培训平台', fen),
  steps: [
    ...contracted,
    { by: 'education', send: 'withdraw', data: { reason: '不建了' }, refused: ['standing.withdrawable'] },
    { ...line.suspendedOn('2025-02-10', '资金检查'), state: 'standing.suspended' },
    { by: 'finance', send: 'confirmFunds', data: { number: '1', date: '2025-02-10', amountFen: fen }, clause: '2.6.3b' },
    { ...line.suspendedOn('2025-02-10', '再次'), notApplicable: true },
    { by: 'education', send: 'resume', data: { reason: '想继续' }, notYourStep: true },
    { on: '2025-06-02', by: 'data-bureau', send: 'resume', data: { reason: '检查结束' }, state: 'standing.normal' },
    ...line.contracted('education', '2025-06-09', fen),
    { by: 'education', send: 'terminate', data: { cause: 'objective', reason: '政策调整' }, notYourStep: true },
    {
      by: 'data-bureau',
      send: 'terminate',
      data: { cause: 'objective', reason: '不需要了', number: '青数终〔2025〕1号', date: '2025-06-10' },
      refused: ['document.standingDecision-of-this-round', 'date.date-not-in-future'],
    },
    { ...line.terminatedOn('2025-06-09'), state: 'terminated' },
    { by: 'education', send: 'startConstruction', data: { startedOn: '2025-06-09' }, notApplicable: true },
  ],
};

export const datesInOrder: Story = {
  title: '采购与合同：先批后建、不超概算、设计与实施分开、知识产权归政府',
  clauses: ['2.1.4', '2.2.1a', '2.3.1b', '2.3.2a', '2.3.2b', '2.3.3a', '2.4.3', '3.2d'],
  ...begun,
  declare: line.declarationOf('考试巡查系统', fen),
  steps: [
    ...contracted,
    {
      by: 'education',
      send: 'publishTender',
      data: { method: 'singleSource', publishedOn: '2025-02-07', quotes: 2 },
      refused: [
        'procurement.funds-confirmed',
        'procurement.quotes-taken',
        'procurement.no-exclusive-terms',
        'procurement.ip-clause',
        'procurement.single-source-explained',
        'date.publishedOn-in-order',
      ],
    },
    { by: 'finance', send: 'confirmFunds', data: { number: '青财1号', date: '2025-02-10', amountFen: fen } },
    {
      by: 'education',
      send: 'publishTender',
      data: { method: 'openTender', publishedOn: '2025-02-11', quotes: 3, noExclusiveTerms: true, ipClause: true },
      refused: ['date.publishedOn-not-in-future'],
    },
    { by: 'education', send: 'publishTender', data: { method: 'openTender', publishedOn: '2025-02-10', quotes: 3, noExclusiveTerms: true, ipClause: true } },
    { by: 'education', send: 'signContract', data: { signedOn: '2025-02-10', supplier: line.CONTRACTOR, amountFen: fen }, clause: '2.3.1a' },
    {
      on: '2025-03-03',
      by: 'education',
      send: 'recordAward',
      data: { awardedOn: '2025-03-03', supplier: line.DESIGNER, amountFen: fen },
      refused: ['contract.designer-not-contractor'],
    },
    {
      by: 'education',
      send: 'recordAward',
      data: { awardedOn: '2025-03-03', supplier: line.CONTRACTOR, amountFen: fen + 1 },
      refused: ['contract.within-budget', 'procurement.within-funds'],
    },
    { by: 'education', send: 'recordAward', data: { awardedOn: '2025-03-03', supplier: line.CONTRACTOR, amountFen: fen } },
    { by: 'education', send: 'signContract', data: { signedOn: '2025-03-03', supplier: line.CONTRACTOR, amountFen: fen } },
    { by: 'education', send: 'fileContract', refused: ['document.contract', 'document.priceList', 'contract.ip-clause', 'contract.interface-period'] },
    { by: 'education', send: 'amendContract', data: { ipOwnedByGovernment: true, interfaceFreeMonths: 24 } },
    { by: 'education', send: 'startConstruction', data: { startedOn: '2025-03-03' }, refused: ['construction.responsible-named'] },
    { upload: ['contract', 'priceList'], by: 'education', send: 'fileContract', state: 'contractFiling.filed' },
  ],
};

const tried = [
  ...contracted,
  ...line.contracted('education', '2025-02-24', fen),
  ...line.built('education', '2025-03-03', '2025-04-07'),
  ...line.tried('education', '2025-04-08'),
];

export const longTrial: Story = {
  title: '试运行：延长总计不超过六个月；期满自动转入验收',
  clauses: ['2.4.1'],
  ...begun,
  declare: line.declarationOf('智慧课堂', fen),
  steps: [
    ...tried,
    { by: 'education', send: 'requestTrialExtension', data: { until: '2025-07-08', reason: '数据迁移' }, refused: ['trial.later-than-planned'] },
    { by: 'education', send: 'requestTrialExtension', data: { until: '2025-10-10', reason: '数据迁移' }, refused: ['trial.within-maximum'] },
    { by: 'education', send: 'requestTrialExtension', data: { until: '2025-10-08', reason: '数据迁移' }, state: 'trial.period.extensionRequested' },
    { by: 'education', send: 'approveTrialExtension', notYourStep: true },
    { by: 'data-bureau', send: 'approveTrialExtension', state: 'trial.period.running' },
    { on: '2025-07-09', state: 'trial.period.running' },
    { on: '2025-10-08', state: 'trial.period.running' },
    { on: '2025-10-09', state: 'acceptance.preparing' },
  ],
};

export const suspendedTrial: Story = {
  title: '试运行期间暂停：停的日子还给试运行，验收从实际结束之日起算',
  clauses: ['2.4.1', '2.6.3b'],
  ...begun,
  declare: line.declarationOf('平安校园', fen),
  steps: [
    ...tried,
    { on: '2025-05-06', ...line.suspendedOn('2025-05-06', '安全检查') },
    { on: '2025-08-06', by: 'data-bureau', send: 'resume', data: { reason: '检查合格' } },
    { by: 'education', send: 'requestTrialExtension', data: { until: '2025-10-05', reason: '早于实际结束' }, refused: ['trial.later-than-planned'] },
    { on: '2025-10-08', state: 'trial.period.running' },
    { on: '2025-10-10', state: 'acceptance.preparing' },
    {
      upload: line.EVIDENCE,
      by: 'education',
      send: 'selfAccept',
      data: { conclusion: 'passed', concludedOn: '2025-10-08', checklist: line.checklist },
      refused: ['acceptance.archives-passed', 'date.concludedOn-in-order'],
    },
    {
      on: '2025-10-20',
      by: 'education',
      send: 'requestAcceptanceExtension',
      data: { until: '2025-12-31', reason: '尚未到期，可以延期' },
      state: 'acceptance.extensionRequested',
    },
  ],
};

export const lateAcceptance: Story = {
  title: '延期验收：到期前申请；档案不合格不得通过；整改后再验',
  clauses: ['2.4.2d', '2.4.4', '2.4.2a'],
  ...begun,
  declare: line.declarationOf('数字图书馆', fen),
  steps: [
    ...tried,
    {
      on: '2025-07-09',
      by: 'education',
      send: 'requestAcceptanceExtension',
      data: { until: '2025-07-09', reason: '档案未齐' },
      refused: ['acceptance.extension-ahead', 'acceptance.extension-later'],
    },
    { by: 'education', send: 'requestAcceptanceExtension', data: { until: '2025-10-31', reason: '档案未齐' }, state: 'acceptance.extensionRequested' },
    { by: 'data-bureau', send: 'approveAcceptanceExtension', state: 'acceptance.preparing' },
    { on: '2025-09-01', by: 'archives', send: 'recordArchiveAcceptance', data: { result: 'failed', date: '2025-09-01' } },
    {
      upload: line.EVIDENCE,
      by: 'education',
      send: 'selfAccept',
      data: { conclusion: 'passed', concludedOn: '2025-09-01', checklist: { ...line.checklist, funds: { result: 'notMet' } } },
      refused: ['acceptance.archives-passed', 'acceptance.all-subjects-met'],
    },
    {
      by: 'education',
      send: 'selfAccept',
      data: { conclusion: 'failed', concludedOn: '2025-09-01', checklist: line.checklist },
      state: 'acceptance.rectifying',
    },
    ...line.selfAccepted('education', '2025-10-09'),
    { on: '2025-10-20', by: 'education', send: 'handOverArchives', data: { date: '2025-10-20', listNumber: 'YJ-2' } },
    { by: 'archives', send: 'returnForCorrection', data: { items: '缺少监理资料' }, state: 'archival.confirming.correcting' },
    { by: 'education', send: 'resubmit', data: { reply: '已补齐' } },
    { by: 'archives', send: 'confirmHandOver', state: 'evaluation.awaitingWindow' },
    { on: '2026-10-08', by: 'education', send: 'submitSelfEvaluation', data: { summary: '早一天' }, clause: '2.4.6a' },
    {
      on: '2026-10-09',
      upload: 'selfEvaluationReport',
      by: 'education',
      send: 'submitSelfEvaluation',
      data: { summary: '满十二个月' },
      state: 'evaluation.review.reviewing',
    },
    { by: 'data-bureau', send: 'concludeEvaluation', data: { grade: 'good' }, refused: ['evaluation.finance-informed'] },
    { by: 'finance', send: 'acknowledgeSelfEvaluation' },
    { by: 'data-bureau', send: 'concludeEvaluation', data: { grade: 'poor' }, refused: ['evaluation.poor-rectified'] },
    { by: 'data-bureau', send: 'orderEvaluationRectification', data: { grade: 'poor', findings: '共享不足' }, state: 'evaluation.rectifying' },
    { by: 'education', send: 'reportRectification', data: { report: '已整改' } },
    line.announced('publishApproval', '2026-10-09'),
    line.announced('publishAcceptance', '2026-10-09'),
    ...line.cityFiled('2026-10-09'),
    { by: 'data-bureau', send: 'confirmRectification', state: 'closed' },
  ],
};

export const withdrawn: Story = {
  title: '批复前可以撤回',
  clauses: ['2.1.2a'],
  ...begun,
  declare: line.declarationOf('校车管理', fen),
  steps: [...line.pooled('education', '2025-01-07'), { by: 'education', send: 'withdraw', data: { reason: '与市级项目合并' }, state: 'withdrawn' }],
};

export const withoutDesign: Story = {
  title: '初步设计缺项：共享篇章、目录、安全、密码、运维设计，一次说全',
  clauses: ['2.1.6', '2.2.6a', '2.5.1', '3.2f', '3.3a', '3.4b'],
  ...begun,
  declare: line.declarationOf('内网公文系统', fen, { networkZone: 'intranet', onPlatform: false }),
  steps: [
    ...line.pooled('education', '2025-01-07'),
    ...line.planned('education', '2025-01-20', 2026),
    { upload: 'combinedReport', by: 'education', send: 'submitCombined', data: { budgetFen: fen, designer: line.DESIGNER, operationCostInBudget: true } },
    {
      ...line.approve('2025-01-20', fen),
      refused: [
        'experts.reviewed',
        'approval.intranet-approved',
        'approval.specialSituation-attached',
        'approval.special-review',
        'approval.catalogued',
        'approval.sharing-chapter',
        'approval.security-chapter',
        'approval.cryptography-chapter',
        'approval.operation-chapter',
        'approval.no-operation-cost',
      ],
    },
    { by: 'county-office', send: 'recordIntranetApproval', data: { number: '县委办1号', date: '2025-01-20' }, refused: ['document.intranetApproval'] },
    { upload: 'intranetApproval', by: 'county-office', send: 'recordIntranetApproval', data: { number: '县委办1号', date: '2025-01-20' } },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '补充各篇章' } },
    {
      upload: ['specialSituation', 'dataCatalogue'],
      by: 'education',
      send: 'resubmit',
      data: {
        reply: '已补',
        dossier: {
          sharingChapter: true,
          securityChapter: true,
          cryptographyChapter: true,
          operationChapter: true,
          operationCostInBudget: false,
          catalogue: { number: 'ML-9' },
        },
      },
    },
    ...line.expertsOn('2025-01-20', 3),
    { ...line.approve('2025-01-20', fen), refused: ['approval.special-review'], clause: '3.4b' },
    {
      upload: 'specialReviewOpinion',
      by: 'data-bureau',
      send: 'recordSpecialReview',
      data: { date: '2025-01-20', experts: line.panel(3), conclusion: 'passed' },
    },
    { ...line.approve('2025-01-20', fen), state: 'platformFiling.toFile' },
    {
      on: '2025-01-27',
      by: 'data-bureau',
      send: 'recordPlatformFiling',
      data: { number: '市数备7号', date: '2025-01-27' },
      refused: ['document.platformFilingReceipt'],
    },
    {
      upload: 'platformFilingReceipt',
      by: 'data-bureau',
      send: 'recordPlatformFiling',
      data: { number: '市数备7号', date: '2025-01-27' },
      state: 'platformFiling.filed',
    },
    { by: 'data-bureau', send: 'publishApproval', data: { publishedOn: '2025-01-27', where: '县政府门户网站' }, state: 'approvalPublicity.disclosed' },
  ],
};
