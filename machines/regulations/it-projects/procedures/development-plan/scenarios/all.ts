import type { Step, Story } from '#machines/kit/testing/story.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { panel } from '../../project/testing/lines.js';

const planOf = (firstYear: number, lastYear: number, departments: string[] = []) => ({
  title: `青阳县政务信息化建设规划(${firstYear}—${lastYear}年)`,
  summary: '集约建设、数据共享、系统互联、业务协同',
  departments,
  firstYear,
  lastYear,
});

const bureau = (send: string, data: object = {}, more: Partial<Step> = {}): Step => ({ by: 'data-bureau', send, data, ...more });
const agree = (by: string, more: Partial<Step> = {}): Step => ({ by, send: 'agreeToPlan', data: { opinion: '同意' }, ...more });
const threeAgree = ['cyberspace', 'development-reform', 'finance'].map((by) => agree(by));

const experts = (date: IsoDate, n = 5): Step[] => [
  bureau('beginExpertReview', { meetingOn: date }),
  bureau('recordExpertReview', { date, experts: panel(n), conclusion: 'passed' }, { upload: 'expertOpinion' }),
];
const cityAgrees = (date: IsoDate): Step[] => [
  bureau('submitToCity', { date }),
  bureau('recordCityConsent', { number: '市数函3号', date }, { upload: 'upperOpinion', state: 'settling' }),
];
const filed = (date: IsoDate, more: Partial<Step> = {}): Step =>
  bureau('filePlanWithCity', { date }, { upload: 'filingReceipt', state: 'filing.filed', ...more });
const governmentApproves = (date: IsoDate): Step[] => [
  bureau('submitToGovernment', { date }, { state: 'governmentDecision' }),
  bureau('recordGovernmentApproval', { number: '青政〔2026〕5号', date }, { upload: 'governmentDecision', state: 'approved' }),
];
/** The lines from the draft to the day the plan is in force. */
const inForce = (date: IsoDate): Step[] => [
  bureau('beginConsultation', {}, { on: date, upload: 'planText' }),
  ...threeAgree,
  ...experts(date),
  ...cityAgrees(date),
  ...governmentApproves(date),
  bureau('implementPlan', { date }, { state: 'inForce' }),
];
const on = (at: string, steps: readonly Step[]): Step[] => steps.map((step) => ({ ...step, at }));

const compiled: Story = {
  title: '编制规划：会签、专家论证、市局审核、县政府批准后实施，并报市局备案',
  clauses: ['2.1.1a', '3.3a'],
  by: 'data-bureau',
  on: '2026-01-05',
  declare: planOf(2026, 2030, ['education']),
  steps: [
    { by: 'finance', begin: 'development-plan', at: '部门自编', data: planOf(2026, 2028), notYourStep: true },
    bureau('beginConsultation', {}, { refused: ['document.planText'] }),
    bureau('implementPlan', { date: '2026-01-05' }, { refused: ['development.approved-first'], clause: '2.1.1a' }),
    bureau('submitToCity', { date: '2026-01-05' }, { refused: ['development.everyone-answered', 'experts.reviewed'] }),
    bureau('beginConsultation', {}, { upload: 'planText', state: 'consulting.reviewing' }),
    bureau('recall', { reason: '补充附件' }, { state: 'compiling.drafting' }),
    bureau('beginConsultation'),
    { on: '2026-01-09', ...agree('education') },
    bureau('recall', { reason: '补充附件' }, { refused: ['office.last-step-ours'] }),
    ...threeAgree,
    bureau('submitToCity', { date: '2026-01-09' }, { state: 'settling', refused: ['experts.reviewed'], clause: '3.3a' }),
    bureau('beginExpertReview', { meetingOn: '2026-01-14' }),
    bureau(
      'recordExpertReview',
      { date: '2026-01-14', experts: panel(3), conclusion: 'passed' },
      { on: '2026-01-14', upload: 'expertOpinion', refused: ['experts.enough'] },
    ),
    bureau('recordExpertReview', { date: '2026-01-14', experts: panel(5), conclusion: 'passedAfterRevision' }, { state: 'settling' }),
    bureau('submitToGovernment', { date: '2026-01-14' }, { refused: ['development.city-agreed'] }),
    bureau('submitToCity', { date: '2026-01-14' }),
    bureau('recordCityConsent', { number: '市数函3号', date: '2026-01-14' }, { refused: ['document.upperOpinion'] }),
    bureau('recordCityConsent', { number: '市数函3号', date: '2026-01-14' }, { upload: 'upperOpinion', state: 'settling' }),
    bureau('submitToGovernment', { date: '2026-01-13' }, { refused: ['date.date-in-order'] }),
    bureau('submitToGovernment', { date: '2026-01-14' }, { state: 'governmentDecision' }),
    bureau('implementPlan', { date: '2026-01-14' }, { refused: ['development.approved-first'] }),
    bureau('recordGovernmentApproval', { number: '青政〔2026〕5号', date: '2026-02-02' }, { on: '2026-02-02', refused: ['document.governmentDecision'] }),
    bureau('recordGovernmentApproval', { number: '青政〔2026〕5号', date: '2026-02-02' }, { upload: 'governmentDecision', state: 'approved' }),
    { state: 'filing.toFile' },
    bureau('withdraw', { reason: '不再编制' }, { refused: ['development.not-yet-approved'] }),
    bureau('implementPlan', { date: '2026-02-03' }, { on: '2026-02-03', state: 'inForce' }),
    bureau('expirePlan', {}, { refused: ['development.filed-first', 'development.period-over'] }),
    bureau('filePlanWithCity', { date: '2026-02-06' }, { on: '2026-02-06', refused: ['document.filingReceipt'] }),
    bureau('filePlanWithCity', { date: '2026-02-06', number: '青数〔2026〕8号' }, { upload: 'filingReceipt', state: 'filing.filed' }),
  ],
};

const objected: Story = {
  title: '会签不同意和退回：规划没有变的，已同意的部门不再征求，变了的重新征求；市局、县政府退回后重新报审',
  clauses: ['2.1.1a'],
  by: 'data-bureau',
  on: '2026-01-05',
  declare: planOf(2026, 2030),
  steps: [
    bureau('beginConsultation', {}, { upload: 'planText' }),
    agree('cyberspace'),
    { by: 'development-reform', send: 'returnForCorrection', data: { items: '请与国民经济规划衔接' }, state: 'consulting.correcting' },
    bureau('resubmit', { reply: '国民经济规划的相应章节见规划文本第三章' }, { state: 'consulting.reviewing' }),
    agree('development-reform'),
    { by: 'finance', send: 'objectToPlan', data: { reason: '投资规模没有测算' }, state: 'settling' },
    bureau('submitToCity', { date: '2026-01-05' }, { refused: ['development.nobody-against', 'experts.reviewed'] }),
    bureau('returnForCorrection', { items: '补充投资测算' }, { state: 'consulting.correcting' }),
    bureau('resubmit', { reply: '已补充', changes: { departments: ['data-bureau'] } }, { refused: ['development.departments-known'] }),
    bureau('resubmit', { reply: '已补充测算', changes: { departments: ['health'] } }, { state: 'consulting.reviewing' }),
    agree('finance'),
    agree('health'),
    agree('cyberspace', { state: 'consulting.reviewing' }),
    agree('development-reform', { state: 'settling' }),
    ...experts('2026-01-05'),
    bureau('submitToCity', { date: '2026-01-05' }),
    bureau(
      'recordCityObjection',
      { result: 'returned', number: '市数函4号', date: '2026-01-05', reason: '与市规划的衔接不够' },
      { upload: 'upperOpinion', state: 'settling' },
    ),
    bureau('submitToGovernment', { date: '2026-01-05' }, { refused: ['development.city-agreed'] }),
    ...cityAgrees('2026-01-05'),
    bureau('submitToGovernment', { date: '2026-01-05' }),
    bureau(
      'recordGovernmentObjection',
      { result: 'rejected', number: '纪要3号', date: '2026-01-05', reason: '暂缓' },
      { upload: 'governmentDecision', state: 'settling' },
    ),
    bureau('withdraw', { reason: '县政府不同意' }, { state: 'withdrawn' }),
    { by: 'data-bureau', begin: 'development-plan', at: '重新编制', data: planOf(2026, 2030) },
    { by: 'data-bureau', begin: 'development-plan', at: '同一规划期', data: planOf(2026, 2030), refused: ['development.one-per-period'] },
  ],
};

const adjusted: Story = {
  title: '重大变化时调整规划：评估论证、调整意见、县政府批准，版本加一并重新备案',
  clauses: ['2.1.1b', '2.1.1a'],
  by: 'data-bureau',
  on: '2026-01-05',
  declare: planOf(2026, 2030),
  steps: [
    ...inForce('2026-01-05'),
    filed('2026-01-05'),
    bureau('beginAdjustment', { reason: '省里部署一体化平台' }, { on: '2026-09-01', state: 'adjusting.drafting' }),
    bureau('proposeAdjustment', { summary: '增加一体化平台接入' }, { refused: ['document.evaluationReport', 'document.adjustmentOpinion'] }),
    bureau('abandonAdjustment', { reason: '部署推迟' }, { state: 'inForce' }),
    bureau('beginAdjustment', { reason: '省里再次部署' }),
    bureau(
      'proposeAdjustment',
      { summary: '增加一体化平台接入', changes: { summary: '集约建设和一体化平台接入' } },
      { upload: ['evaluationReport', 'adjustmentOpinion'], state: 'adjusting.consulting.reviewing' },
    ),
    { by: 'cyberspace', send: 'returnForCorrection', data: { items: '补充安全影响' }, state: 'adjusting.consulting.correcting' },
    bureau('resubmit', { reply: '已补充' }, { state: 'adjusting.consulting.reviewing' }),
    ...threeAgree,
    ...experts('2026-09-01'),
    bureau('submitToGovernment', { date: '2026-09-01' }, { refused: ['development.city-agreed'] }),
    bureau('implementPlan', { date: '2026-09-01' }, { refused: ['development.approved-first'] }),
    ...cityAgrees('2026-09-01'),
    ...governmentApproves('2026-09-01'),
    { state: 'filing.toFile' },
    bureau('implementPlan', { date: '2026-09-01' }, { state: 'inForce' }),
    bureau('expirePlan', {}, { refused: ['development.filed-first', 'development.period-over'] }),
    filed('2026-09-01'),
  ],
};

const ended: Story = {
  title: '规划期满办结；提前由已批准的新规划接替的，也可以办结',
  clauses: ['2.1.1a'],
  by: 'data-bureau',
  on: '2025-01-06',
  declare: planOf(2025, 2025),
  steps: [
    ...inForce('2025-01-06'),
    filed('2025-01-06'),
    bureau('expirePlan', {}, { on: '2025-12-31', refused: ['development.period-over'] }),
    bureau('expirePlan', {}, { on: '2026-01-05', state: 'expired' }),
    { by: 'data-bureau', begin: 'development-plan', at: '过去的规划', data: planOf(2021, 2025), refused: ['development.period-ahead'] },
    { by: 'data-bureau', begin: 'development-plan', at: '旧规划', data: planOf(2026, 2030) },
    ...on('旧规划', [...inForce('2026-01-05'), filed('2026-01-05')]),
    { by: 'data-bureau', begin: 'development-plan', at: '新规划', data: planOf(2027, 2031) },
    {
      at: '旧规划',
      by: 'data-bureau',
      send: 'supersedePlan',
      naming: ({ id }) => ({ planId: id('新规划'), reason: '新规划' }),
      refused: ['development.successor-approved'],
    },
    {
      at: '旧规划',
      by: 'data-bureau',
      send: 'supersedePlan',
      naming: ({ id }) => ({ planId: id('旧规划'), reason: '新规划' }),
      refused: ['development.successor-approved'],
    },
    ...on('新规划', inForce('2026-01-05')),
    { at: '旧规划', by: 'data-bureau', send: 'supersedePlan', naming: ({ id }) => ({ planId: id('新规划'), reason: '新规划已经批准' }), state: 'superseded' },
  ],
};

export const stories = [compiled, objected, adjusted, ended];
