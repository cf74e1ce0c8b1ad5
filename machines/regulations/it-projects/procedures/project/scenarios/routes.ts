import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../testing/lines.js';

/** The road of a project by amount, type and mode of delivery (二(二)2–4). */

const small = wan(49.8);
export const smallProject: Story = {
  title: '49.8万元项目：合并审批、自行验收、报备；备案、公开都已办结，评价后直接闭环',
  clauses: ['2.1.2a', '2.2.2c', '2.4.2b', '2.4.4', '2.6.3a'],
  by: 'health',
  on: '2025-01-06',
  declare: line.declarationOf('卫健数据填报系统', small),
  steps: [
    ...line.pooled('health', '2025-01-07'),
    { by: 'data-bureau', send: 'reportToCity', data: { reportedOn: '2025-01-07' }, state: 'cityFiling.reported' },
    {
      by: 'data-bureau',
      send: 'recordCityFiling',
      data: { result: 'returned', number: '市函1号', date: '2025-01-07' },
      refused: ['document.cityFilingOpinion'],
    },
    {
      upload: 'cityFilingOpinion',
      by: 'data-bureau',
      send: 'recordCityFiling',
      data: { result: 'returned', number: '市函1号', date: '2025-01-07' },
      state: 'cityFiling.toReport',
    },
    ...line.cityFiled('2025-01-08'),
    ...line.planned('health', '2025-01-20', 2026),
    ...line.approvedInOneStep('health', '2025-02-10', small),
    line.announced('publishApproval', '2025-02-17'),
    ...line.contracted('health', '2025-02-24', small),
    ...line.built('health', '2025-03-03', '2025-04-07'),
    ...line.tried('health', '2025-04-08'),
    { by: 'health', send: 'applyForAcceptance', data: { checklist: line.checklist }, refused: ['acceptance.bureau-accepts'] },
    { on: '2025-07-09', state: 'acceptance.preparing' },
    { by: 'health', send: 'applyForAcceptance', data: { checklist: {} }, refused: ['acceptance.bureau-accepts'], clause: '2.4.2b' },
    {
      by: 'health',
      send: 'selfAccept',
      data: { conclusion: 'passed', concludedOn: '2025-07-09', checklist: line.checklist },
      refused: ['acceptance.archives-passed', 'acceptance.security-evidence', 'acceptance.cryptography-evidence'],
      clause: '2.1.6',
    },
    ...line.selfAccepted('health', '2025-07-14'),
    line.announced('publishAcceptance', '2025-07-21'),
    ...line.archived('health', '2025-07-28'),
    ...line.evaluated('health', '2026-07-14'),
  ],
};

const exactly200 = wan(200);
export const exactlyTwoMillion: Story = {
  title: '恰为200万元：不能自行验收，由县局组织',
  clauses: ['2.4.2c'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('校园安全管理平台', exactly200),
  steps: [
    ...line.pooled('education', '2025-01-07'),
    ...line.planned('education', '2025-01-20', 2026),
    ...line.approvedInOneStep('education', '2025-02-10', exactly200),
    ...line.contracted('education', '2025-02-24', exactly200),
    ...line.built('education', '2025-03-03', '2025-04-07'),
    ...line.tried('education', '2025-04-08'),
    { on: '2025-07-14', by: 'archives', send: 'recordArchiveAcceptance', data: { result: 'passed', date: '2025-07-14' } },
    {
      upload: line.EVIDENCE,
      by: 'education',
      send: 'selfAccept',
      data: { conclusion: 'passed', concludedOn: '2025-07-14', checklist: line.checklist },
      refused: ['acceptance.self-acceptable'],
      clause: '2.4.2c',
    },
    ...line.bureauAccepted('education', '2025-07-15', 3),
  ],
};

const justBelow200 = wan(199.999999);
export const justBelowTwoMillion: Story = {
  title: '199.999999万元：自行验收',
  clauses: ['2.4.2b'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('教育资源库', justBelow200),
  steps: [
    ...line.pooled('education', '2025-01-07'),
    ...line.planned('education', '2025-01-20', 2026),
    ...line.approvedInOneStep('education', '2025-02-10', justBelow200),
    ...line.contracted('education', '2025-02-24', justBelow200),
    ...line.built('education', '2025-03-03', '2025-04-07'),
    ...line.tried('education', '2025-04-08'),
    ...line.selfAccepted('education', '2025-07-14'),
  ],
};

const exactly500 = wan(500);
export const exactlyFiveMillion: Story = {
  title: '恰为500万元：走两步审批和省级同意',
  clauses: ['2.2.2b', '2.2.4'],
  by: 'development-zone',
  on: '2025-01-06',
  declare: line.declarationOf('智慧园区平台', exactly500),
  steps: [
    ...line.pooled('development-zone', '2025-01-07'),
    ...line.planned('development-zone', '2025-01-20', 2026),
    { by: 'development-zone', send: 'submitCombined', data: line.design(exactly500), clause: '2.2.2b' },
    ...line.approvedInTwoSteps('development-zone', '2025-02-10', exactly500),
  ],
};

const justBelow500 = wan(499.999999);
export const justBelowFiveMillion: Story = {
  title: '499.999999万元：合并审批；概算改到500万元后须改走可研',
  clauses: ['2.2.2b', '2.2.2c'],
  by: 'development-zone',
  on: '2025-01-06',
  declare: line.declarationOf('园区企业服务系统', justBelow500),
  steps: [
    ...line.pooled('development-zone', '2025-01-07'),
    ...line.planned('development-zone', '2025-01-20', 2026),
    {
      upload: ['combinedReport', 'dataCatalogue'],
      by: 'development-zone',
      send: 'submitCombined',
      data: line.design(exactly500),
      refused: ['approval.combined-only-below'],
    },
    { by: 'development-zone', send: 'submitCombined', data: line.design(justBelow500), state: 'approval.combined.examination.reviewing' },
    ...line.expertsOn('2025-01-20', 3),
    { ...line.approve('2025-01-20', exactly500), refused: ['approval.approved-amount-consented', 'approval.combined-only-below', 'approval.within-examined'] },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '概算与估算不符，请核对' } },
    { by: 'development-zone', send: 'resubmit', data: { reply: '已核对', dossier: { budgetFen: justBelow500 } } },
    { ...line.approve('2025-01-20', justBelow500), state: 'procurement.preparing' },
  ],
};

export const raisedAboveThreshold: Story = {
  title: '估算上调到500万元以上：改走可研，不减少已办步骤',
  clauses: ['2.2.2b'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('教育大数据中心', wan(480)),
  steps: [
    ...line.pooled('education', '2025-01-07'),
    ...line.planned('education', '2025-01-20', 2026),
    { by: 'education', send: 'reviseEstimate', data: { estimateFen: wan(520), reason: '增加建设内容' }, state: 'approval.feasibility.preparing' },
    { on: '2025-02-10', upload: 'feasibilityReport', by: 'education', send: 'submitFeasibility', data: line.study(wan(520)) },
    ...line.expertsOn('2025-02-10', 5),
    { ...line.approve('2025-02-10', wan(490)), state: 'approval.design.preparing' },
    { upload: ['designScheme', 'budgetStatement', 'dataCatalogue'], by: 'education', send: 'submitDesign', data: line.design(wan(490)) },
    ...line.expertsOn('2025-02-10', 3),
    { ...line.approve('2025-02-10', wan(500)), clause: '2.2.4' },
    { ...line.approve('2025-02-10', wan(490)), state: 'procurement.preparing' },
  ],
};

const service = wan(560);
export const largeService: Story = {
  title: '560万元购买服务：三份文件一次审批，仍须省级同意',
  clauses: ['2.2.2d', '2.2.4'],
  by: 'county-hospital',
  on: '2025-01-06',
  declare: line.declarationOf('医共体影像云服务', service, { deliveryMode: 'purchaseService' }),
  steps: [
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'none' }, notApplicable: true },
    { on: '2025-01-07', upload: 'declarationForm', by: 'county-hospital', send: 'declare', state: 'reserve.endorsement.reviewing' },
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'none' }, clause: '2.2.5' },
    { by: 'health', send: 'endorse' },
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'none' } },
    ...line.planned('county-hospital', '2025-01-20', 2026, 'health'),
    {
      by: 'county-hospital',
      send: 'submitServicePlan',
      data: line.design(service),
      refused: ['document.serviceRequirement', 'document.systemPlan', 'document.serviceBudget'],
    },
    {
      on: '2025-02-10',
      upload: ['serviceRequirement', 'systemPlan', 'serviceBudget', 'dataCatalogue'],
      by: 'county-hospital',
      send: 'submitServicePlan',
      data: line.design(service),
      state: 'approval.servicePlan.endorsement.reviewing',
    },
    { ...line.approve('2025-02-10', service), clause: '2.2.5' },
    { by: 'health', send: 'endorse', state: 'approval.servicePlan.examination.reviewing' },
    ...line.expertsOn('2025-02-10', 5),
    { ...line.approve('2025-02-10', service), refused: ['approval.province-consented'] },
    ...line.upperReviewed('2025-02-10'),
    { ...line.approve('2025-02-10', service), state: 'procurement.preparing' },
  ],
};

const continuation = wan(900);
export const largeContinuation: Story = {
  title: '900万元续建：两步审批，不报市级省级审核',
  clauses: ['2.2.4', '2.2.2b'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('智慧教育平台二期', continuation, { projectType: 'continuation', parentApprovalNumber: '青数批〔2022〕5号' }),
  steps: [
    {
      by: 'education',
      begin: 'project',
      at: 'unnumbered',
      data: line.declarationOf('智慧教育平台三期', continuation, { projectType: 'continuation', parentApprovalNumber: '无' }),
      refused: ['creation.parent-approval'],
    },
    { on: '2025-01-07', upload: 'declarationForm', by: 'education', send: 'declare', refused: ['reserve.parent-approved'] },
    { upload: 'parentApproval', by: 'education', send: 'declare', state: 'reserve.preReview.reviewing' },
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'none' }, refused: ['reserve.parent-confirmed'] },
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'none', parentConfirmed: true }, state: 'reserve.pooled' },
    ...line.planned('education', '2025-01-20', 2026),
    { on: '2025-02-10', upload: 'feasibilityReport', by: 'education', send: 'submitFeasibility', data: line.study(continuation) },
    ...line.expertsOn('2025-02-10', 5),
    line.approve('2025-02-10', continuation),
    { upload: ['designScheme', 'budgetStatement', 'dataCatalogue'], by: 'education', send: 'submitDesign', data: line.design(continuation) },
    ...line.expertsOn('2025-02-10', 5),
    { by: 'data-bureau', send: 'sendToCity', data: { date: '2025-02-10' }, clause: '2.2.4' },
    { ...line.approve('2025-02-10', continuation), state: 'procurement.preparing' },
  ],
};

const added = wan(130);
export const outOfPlan: Story = {
  title: '计划外追加：预审后报县政府批准，再按程序审批',
  clauses: ['2.2.3', '2.1.4'],
  by: 'education',
  on: '2025-05-06',
  declare: line.declarationOf('防溺水智能预警系统', added),
  steps: [
    { by: 'education', send: 'requestOutOfPlan', data: { reason: '县政府专题部署' }, notApplicable: true },
    ...line.pooled('education', '2025-05-07'),
    { by: 'education', send: 'requestOutOfPlan', data: { reason: '县政府专题部署' }, state: 'plan.governmentApproval' },
    { ...line.approve('2025-05-07', added), refused: ['plan.addition-approved'], clause: '2.2.3' },
    { by: 'education', send: 'withdrawFromPlan', data: { reason: '补充论证' }, state: 'reserve.pooled' },
    { ...line.approve('2025-05-07', added), refused: ['plan.in-plan'], clause: '2.1.4' },
    { by: 'education', send: 'requestOutOfPlan', data: { reason: '县政府专题部署' }, state: 'plan.governmentApproval' },
    {
      on: '2025-05-13',
      upload: 'governmentDecision',
      by: 'data-bureau',
      send: 'recordGovernmentApproval',
      data: { result: 'rejected', number: '县政府常务会议纪要11号', date: '2025-05-13' },
      state: 'reserve.pooled',
    },
    { by: 'education', send: 'requestOutOfPlan', data: { reason: '汛期将至，已落实资金' }, state: 'plan.governmentApproval' },
    {
      on: '2025-05-20',
      by: 'data-bureau',
      send: 'recordGovernmentApproval',
      data: { result: 'approved', number: '县政府常务会议纪要12号', date: '2025-05-20' },
      refused: ['document.governmentDecision-of-this-round'],
    },
    {
      upload: 'governmentDecision',
      by: 'data-bureau',
      send: 'recordGovernmentApproval',
      data: { result: 'approved', number: '县政府常务会议纪要12号', date: '2025-05-20' },
      state: 'approval.combined.preparing',
    },
    ...line.approvedInOneStep('education', '2025-06-03', added),
  ],
};

export const largeOutOfPlan: Story = {
  title: '500万元以上的计划外追加：须有项目建议书',
  clauses: ['2.2.3'],
  by: 'education',
  on: '2025-05-06',
  declare: line.declarationOf('县域应急指挥平台', wan(700)),
  steps: [
    ...line.pooled('education', '2025-05-07'),
    { by: 'education', send: 'requestOutOfPlan', data: { reason: '应急需要' } },
    {
      on: '2025-05-20',
      upload: 'governmentDecision',
      by: 'data-bureau',
      send: 'recordGovernmentApproval',
      data: { result: 'approved', number: '纪要13号', date: '2025-05-20' },
    },
    {
      upload: 'feasibilityReport',
      by: 'education',
      send: 'submitFeasibility',
      data: line.study(wan(700)),
      refused: ['approval.projectProposal-attached'],
      clause: '2.2.3',
    },
    { upload: 'projectProposal', by: 'education', send: 'submitFeasibility', data: line.study(wan(700)), state: 'approval.feasibility.examination.reviewing' },
  ],
};
