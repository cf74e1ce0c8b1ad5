import { wan } from '../../kit/money.js';
import type { Story } from '../../kit/testing/story.js';
import * as project from '../../project/testing/lines.js';
import * as line from '../testing/lines.js';

/** Changes that need approval, and what they do to their project meanwhile and afterwards (二(三)3). */

const of = (by: string) => ({ procedure: 'project', by, on: '2025-01-06' }) as const;
const SUPPLIER = project.CONTRACTOR;
const budget = wan(120);

export const overBudget: Story = {
  title: '超概算：专家评审、县政府同意后批准，合同金额随之合规',
  clauses: ['2.3.3a', '2.3.3f', '3.3a'],
  ...of('education'), declare: project.declarationOf('考务指挥平台', budget),
  steps: [
    ...project.pooled('education', '2025-01-07'), ...project.planned('education', '2025-01-20', 2026), ...project.approvedInOneStep('education', '2025-02-10', budget),
    { on: '2025-02-24', by: 'finance', send: 'confirmFunds', data: { number: '青财1号', date: '2025-02-24', amountFen: budget } },
    { by: 'education', send: 'publishTender', data: { method: 'openTender', publishedOn: '2025-02-24', quotes: 3, noExclusiveTerms: true, ipClause: true } },
    { by: 'education', send: 'recordAward', data: { awardedOn: '2025-02-24', supplier: SUPPLIER, amountFen: wan(130) }, refused: ['contract.within-budget', 'procurement.within-funds'], clause: '2.3.3a' },
    ...line.begun('education', '2025-03-03', 'change', { increaseFen: wan(15) }),
    { at: 'change', by: 'education', send: 'fileChange', data: { decidedOn: '2025-03-03' }, refused: ['change.total-within-budget'] },
    { at: 'change', by: 'education', send: 'submitChange', data: { decidedOn: '2025-03-03' }, state: 'examination.reviewing' },
    { ...line.approve('2025-03-03', 'change'), refused: ['change.experts-reviewed', 'change.government-decided'] },
    ...line.experts('2025-03-03', 'change', 3),
    { ...line.approve('2025-03-03', 'change'), refused: ['change.government-decided'], clause: '2.3.3a' },
    { at: 'change', by: 'data-bureau', send: 'sendToGovernment', data: { date: '2025-03-03' } },
    { on: '2025-03-10', at: 'change', by: 'data-bureau', send: 'recordGovernmentDecision', data: { result: 'returned', body: '县政府常务会议', number: '纪要11号', date: '2025-03-10' }, refused: ['document.governmentDecision'] },
    { at: 'change', upload: 'governmentDecision', by: 'data-bureau', send: 'recordGovernmentDecision', data: { result: 'returned', body: '县政府常务会议', number: '纪要11号', date: '2025-03-10' }, state: 'examination.reviewing' },
    { ...line.approve('2025-03-10', 'change'), refused: ['change.government-decided'] },
    ...line.governmentAgreed('2025-03-10', 'change'),
    { ...line.approve('2025-03-07', 'change'), refused: ['date.date-after-government'] },
    { ...line.approve('2025-03-10', 'change'), state: 'implementing' },
    { by: 'education', send: 'recordAward', data: { awardedOn: '2025-03-10', supplier: SUPPLIER, amountFen: wan(130) }, refused: ['procurement.within-funds'] },
    { by: 'finance', send: 'confirmFunds', data: { number: '青财2号', date: '2025-03-10', amountFen: wan(135) } },
    { by: 'education', send: 'recordAward', data: { awardedOn: '2025-03-10', supplier: SUPPLIER, amountFen: wan(130) } },
    { by: 'education', send: 'signContract', data: { signedOn: '2025-03-10', supplier: SUPPLIER, amountFen: wan(130), ipOwnedByGovernment: true, interfaceFreeMonths: 36 }, state: 'construction.awaitingStart' },
    line.implemented('education', '2025-03-17', 'change'),
  ],
};

export const variedContract: Story = {
  title: '签约以后增加合同金额：先批变更，再签补充合同',
  clauses: ['2.3.3a', '2.3.3f'],
  ...of('education'), declare: project.declarationOf('实验教学平台', budget),
  steps: [
    ...line.building('education', budget),
    { by: 'education', send: 'varyContract', data: { signedOn: '2025-03-03', amountFen: wan(125), change: 'BG-2025-0001' }, refused: ['contract.variation-backed', 'contract.within-budget', 'procurement.within-funds'] },
    ...line.begun('education', '2025-03-03', 'change', { increaseFen: wan(6) }),
    { at: 'change', by: 'education', send: 'submitChange', data: { decidedOn: '2025-03-03' }, state: 'examination.reviewing' },
    {
      by: 'education', send: 'varyContract', naming: (known) => ({ signedOn: '2025-03-03', amountFen: wan(126), change: known.id('change') }),
      refused: ['change.none-pending', 'contract.variation-backed', 'contract.within-budget', 'procurement.within-funds'],
    },
    ...line.experts('2025-03-03', 'change', 3), ...line.governmentAgreed('2025-03-03', 'change'), line.approve('2025-03-03', 'change'),
    { by: 'education', send: 'varyContract', naming: (known) => ({ signedOn: '2025-03-03', amountFen: wan(126) + 1, change: known.id('change') }), refused: ['contract.within-budget', 'procurement.within-funds'] },
    { by: 'finance', send: 'confirmFunds', data: { number: '青财2号', date: '2025-03-03', amountFen: wan(126) } },
    { by: 'education', send: 'varyContract', naming: (known) => ({ signedOn: '2025-03-03', amountFen: wan(126), change: known.id('change') }) },
  ],
};

const justBelow = wan(190);
export const movesAcceptance: Story = {
  title: '变更后概算达到200万元：改由县局组织验收',
  clauses: ['2.3.3f', '2.4.2b', '2.4.2c'],
  ...of('education'), declare: project.declarationOf('校园安防平台', justBelow),
  steps: [
    ...line.building('education', justBelow),
    ...line.begun('education', '2025-03-10', 'change', { increaseFen: wan(10) }),
    { at: 'change', by: 'education', send: 'submitChange', data: { decidedOn: '2025-03-10' } },
    ...line.experts('2025-03-10', 'change', 3), ...line.governmentAgreed('2025-03-10', 'change'), line.approve('2025-03-10', 'change'),
    { on: '2025-04-07', by: 'education', send: 'completeConstruction', data: { completedOn: '2025-04-07' } },
    ...project.tried('education', '2025-04-08'),
    { by: 'education', send: 'varyContract', naming: (known) => ({ signedOn: '2025-04-08', amountFen: wan(195), change: known.id('change') }), refused: ['procurement.within-funds'] },
    { by: 'finance', send: 'confirmFunds', data: { number: '青财2号', date: '2025-04-08', amountFen: wan(195) } },
    { by: 'education', send: 'varyContract', naming: (known) => ({ signedOn: '2025-04-08', amountFen: wan(195), change: known.id('change') }) },
    { on: '2025-07-14', by: 'archives', send: 'recordArchiveAcceptance', data: { result: 'passed', date: '2025-07-14' } },
    { upload: project.EVIDENCE, by: 'education', send: 'selfAccept', data: { conclusion: 'passed', concludedOn: '2025-07-14', checklist: project.checklist }, refused: ['acceptance.self-acceptable'], clause: '2.4.2c' },
    ...project.bureauAccepted('education', '2025-07-15', 3),
  ],
};

export const frozen: Story = {
  title: '变更待批：不能完工、不能验收；项目暂停时不能批准，期限停止计时，恢复后批准；撤回后恢复',
  clauses: ['2.3.3a', '2.3.3f', '2.6.3b'],
  ...of('education'), declare: project.declarationOf('教师发展平台', budget),
  steps: [
    ...line.building('education', budget),
    ...line.begun('education', '2025-03-10', 'first', { increaseFen: wan(30), decreaseFen: wan(30) }),
    { at: 'first', by: 'education', send: 'submitChange', data: { decidedOn: '2025-03-10' }, state: 'examination.reviewing' },
    { by: 'education', send: 'completeConstruction', data: { completedOn: '2025-03-10' }, refused: ['change.none-pending'], clause: '2.3.3a' },
    { at: 'first', by: 'education', send: 'recall', data: { reason: '补充论证' }, state: 'drafting' },
    { at: 'first', by: 'education', send: 'submitChange', data: { decidedOn: '2025-03-10' } },
    { at: 'first', by: 'data-bureau', send: 'returnForCorrection', data: { items: '对照不清' }, state: 'examination.correcting' },
    { at: 'first', by: 'education', send: 'resubmit', data: { reply: '已改', changes: { decreaseFen: wan(150) } }, refused: ['change.something-remains'] },
    { at: 'first', by: 'education', send: 'withdraw', data: { reason: '维持原方案' }, state: 'withdrawn' },
    { on: '2025-04-07', by: 'education', send: 'completeConstruction', data: { completedOn: '2025-04-07' }, state: 'construction.completed' },
    ...project.tried('education', '2025-04-08'),
    ...line.begun('education', '2025-07-10', 'second', { increaseFen: wan(30), decreaseFen: wan(30) }),
    { at: 'second', by: 'education', send: 'submitChange', data: { decidedOn: '2025-07-10' } },
    { by: 'archives', send: 'recordArchiveAcceptance', data: { result: 'passed', date: '2025-07-10' } },
    { upload: project.EVIDENCE, by: 'education', send: 'selfAccept', data: { conclusion: 'passed', concludedOn: '2025-07-10', checklist: project.checklist }, refused: ['change.none-pending'], clause: '2.3.3a' },
    project.suspendedOn('2025-07-10', '资金检查'),
    { by: 'education', begin: 'change-request', at: 'third', naming: (known) => ({ project: known.id(), ...line.content }), refused: ['change.project-not-suspended', 'change.only-open'], clause: '2.6.3b' },
    { at: 'second', by: 'data-bureau', send: 'approve', data: { body: '县数据资源管理局', number: '青数变〔2025〕1号', date: '2025-07-10' }, refused: ['change.project-not-suspended', 'document.approvalDocument'], clause: '2.6.3b' },
    { on: '2025-07-14', by: 'data-bureau', send: 'resume', data: { reason: '检查结束' } },
    { ...line.approve('2025-07-14', 'second'), state: 'implementing' },
    ...project.selfAccepted('education', '2025-07-14'),
  ],
};

const hospital = wan(480);
export const becomesLarge: Story = {
  title: '下属单位变更后达到500万元：主管部门审核，五名专家，市级省级审核，县政府同意',
  clauses: ['2.2.4', '2.2.5', '2.3.3f', '3.3a'],
  ...of('county-hospital'), declare: project.declarationOf('医学影像平台', hospital),
  steps: [
    ...project.pooled('county-hospital', '2025-01-07', 'health'), ...project.planned('county-hospital', '2025-01-20', 2026),
    { on: '2025-02-10', upload: ['combinedReport', 'dataCatalogue'], by: 'county-hospital', send: 'submitCombined', data: project.design(hospital) },
    { by: 'health', send: 'endorse' },
    ...project.expertsOn('2025-02-10', 3), project.approve('2025-02-10', hospital),
    ...line.begun('county-hospital', '2025-03-03', 'change', { increaseFen: wan(20) }),
    { at: 'change', by: 'county-hospital', send: 'submitChange', data: { decidedOn: '2025-03-03' }, state: 'endorsement.reviewing' },
    {
      ...line.approve('2025-03-03', 'change'),
      refused: ['endorsement.first', 'change.experts-reviewed', 'change.province-consented', 'change.government-decided'], clause: '2.2.5',
    },
    { at: 'change', by: 'health', send: 'declineEndorsement', data: { reason: '请说明增加的必要性' }, state: 'drafting' },
    { at: 'change', by: 'county-hospital', send: 'submitChange', data: { decidedOn: '2025-03-03' } },
    { at: 'change', by: 'health', send: 'returnForCorrection', data: { items: '补充主管部门要求的论证' }, state: 'endorsement.correcting' },
    { at: 'change', by: 'county-hospital', send: 'resubmit', data: { reply: '已补充' }, state: 'endorsement.reviewing' },
    { at: 'change', by: 'health', send: 'endorse', state: 'examination.reviewing' },
    { at: 'change', by: 'county-hospital', send: 'recall', data: { reason: '再改' }, refused: ['office.last-step-ours'] },
    { at: 'change', by: 'data-bureau', send: 'beginExpertReview', data: { meetingOn: '2025-03-03' } },
    { at: 'change', upload: 'expertOpinion', by: 'data-bureau', send: 'recordExpertReview', data: { date: '2025-03-03', experts: project.panel(3), conclusion: 'passed' }, refused: ['experts.enough'], clause: '3.3a' },
    { at: 'change', by: 'data-bureau', send: 'recordExpertReview', data: { date: '2025-03-03', experts: project.panel(5), conclusion: 'passed' } },
    ...line.governmentAgreed('2025-03-03', 'change'),
    { ...line.approve('2025-03-03', 'change'), refused: ['change.province-consented'], clause: '2.2.4' },
    { at: 'change', by: 'data-bureau', send: 'sendToCity', data: { date: '2025-03-03' }, state: 'examination.cityReview' },
    { at: 'change', by: 'data-bureau', send: 'recordCityReview', data: { result: 'agreed', number: '市数审7号', date: '2025-03-03' }, refused: ['document.cityOpinion'], clause: '2.2.4' },
    { at: 'change', upload: 'cityOpinion', by: 'data-bureau', send: 'recordCityReview', data: { result: 'agreed', number: '市数审7号', date: '2025-03-03' }, state: 'examination.provinceReview' },
    { on: '2025-04-07', at: 'change', upload: 'provinceOpinion', by: 'data-bureau', send: 'recordProvinceReview', data: { result: 'agreed', number: '省数审7号', date: '2025-04-07' }, state: 'examination.reviewing' },
    { ...line.approve('2025-04-07', 'change'), state: 'implementing' },
  ],
};

export const endsWithProject: Story = {
  title: '项目终止：未办结的变更随之结束',
  clauses: ['2.6.3b', '2.3.3a'],
  ...of('education'), declare: project.declarationOf('课后服务平台', budget),
  steps: [
    ...line.building('education', budget),
    ...line.begun('education', '2025-03-10', 'change', { increaseFen: wan(10) }),
    { at: 'change', by: 'education', send: 'submitChange', data: { decidedOn: '2025-03-10' }, state: 'examination.reviewing' },
    { ...project.terminatedOn('2025-03-10'), state: 'terminated' },
    { at: 'change', state: 'lapsed' },
    { by: 'education', begin: 'change-request', at: 'late', naming: (known) => ({ project: known.id(), ...line.content }), refused: ['change.project-under-way'] },
  ],
};
