import { wan } from '../../kit/money.js';
import type { Step, Story } from '../../kit/testing/story.js';
import * as line from '../../project/testing/lines.js';

const project = (at: string, by: string, title: string, fen: number, superior?: string): Step[] => [
  { by, at, begin: 'project', data: line.declarationOf(title, fen) },
  ...line.pooled(by, undefined, superior).map((step) => ({ ...step, at, ...(step.upload ? { uploader: by } : {}) })),
];
const applies = (at: string, by: string, year = 2026): Step => ({ at, by, send: 'applyForPlan', data: { planYear: year }, state: 'plan.collected' });
const agrees = (by: string): Step => ({ by, send: 'giveJointOpinion', data: { opinion: 'agree' } });
const upper = (on: string): Step[] => [
  { by: 'data-bureau', send: 'recordPlanCityOpinion', data: { result: 'agreed', number: '市数函9号', date: on }, state: 'provinceReview' },
  { by: 'data-bureau', send: 'recordPlanProvinceOpinion', data: { result: 'agreed', number: '省数函9号', date: on }, state: 'governmentDecision' },
  { by: 'data-bureau', send: 'recordPlanDecision', data: { result: 'agreed', number: '县政府会议纪要9号', date: on }, state: 'issuing' },
];

const announced = { by: 'data-bureau', on: '2025-07-01', declare: { year: 2026 } } as const;

const wholeYear: Story = {
  title: '年度计划：8月开始受理，10月31日截止，逐项联审，市、省、县政府，下达后各项目进入审批，计划公开',
  clauses: ['2.1.3a', '2.1.3b', '2.1.4', '2.6.3a'],
  ...announced,
  steps: [
    { state: 'announced' },
    ...project('school', 'education', '智慧教育平台', wan(300)),
    ...project('clinic', 'county-hospital', '影像云', wan(620), 'health'),
    { at: 'school', by: 'education', send: 'applyForPlan', data: { planYear: 2026 }, refused: ['plan.collecting'], clause: '2.1.3a' },
    { on: '2025-08-01', state: 'collecting' },
    { by: 'data-bureau', begin: 'annual-plan', at: 'again', data: { year: 2026 }, refused: ['plan.one-per-year'] },
    applies('school', 'education'), applies('clinic', 'county-hospital'),
    { by: 'finance', send: 'giveJointOpinion', data: { opinion: 'agree' }, refused: ['plan.collected-first'] },
    { by: 'finance', send: 'closeWindow', data: { reason: '想早点' }, notYourStep: true },
    { on: '2025-10-31', state: 'collecting' },
    { on: '2025-11-01', state: 'jointReview' },
    { by: 'data-bureau', send: 'issuePlan', data: { number: '青数1号', date: '2025-11-01' }, refused: ['plan.jointly-reviewed', 'plan.city-agreed', 'plan.province-agreed', 'plan.government-approved'] },
    agrees('data-bureau'), agrees('cyberspace'), agrees('development-reform'),
    { ...agrees('finance'), state: 'listing' },
    { by: 'data-bureau', send: 'submitPlanToCity', data: { date: '2025-11-01' }, state: 'cityReview' },
    ...upper('2025-11-01'),
    { by: 'data-bureau', send: 'issuePlan', data: { number: '青数〔2026〕1号', date: '2025-11-01' }, state: 'publishing' },
    { at: 'school', state: 'approval.combined.preparing' }, { at: 'clinic', state: 'approval.feasibility.preparing' },
    { by: 'data-bureau', send: 'publishPlan', data: { publishedOn: '2025-11-01', where: '县政府门户网站' }, refused: ['document.planDocument'] },
    { on: '2025-11-10', upload: 'planDocument', by: 'data-bureau', send: 'publishPlan', data: { publishedOn: '2025-11-10', where: '县政府门户网站' }, state: 'closed' },
  ],
};

const oneTakenOut: Story = {
  title: '一个项目剔除、一个退回补正，其余照常；已出具的意见不因退回而作废',
  clauses: ['2.1.3b'],
  by: 'data-bureau', on: '2025-09-01', declare: { year: 2026, opensOn: '2025-09-01', closesOn: '2025-09-30' },
  steps: [
    ...project('school', 'education', '智慧教育平台', wan(300)), ...project('zone', 'development-zone', '园区企业服务系统', wan(180)), ...project('clinic', 'health', '卫健数据填报系统', wan(50)),
    applies('school', 'education'), applies('zone', 'development-zone'), applies('clinic', 'health'),
    { by: 'data-bureau', send: 'extendWindow', data: { closesOn: '2025-08-31', reason: '写错日期' }, refused: ['plan.extension-ahead'] },
    { by: 'data-bureau', send: 'extendWindow', data: { closesOn: '2025-10-15', reason: '县直单位要求' } },
    { on: '2025-10-01', state: 'collecting' },
    { on: '2025-10-16', state: 'jointReview' },
    agrees('cyberspace'), agrees('development-reform'),
    { by: 'finance', send: 'giveJointOpinion', naming: (k) => ({ projects: [k.id('school')], opinion: 'agree' }), state: 'jointReview' },
    { by: 'finance', send: 'giveJointOpinion', naming: (k) => ({ projects: [k.id('zone')], opinion: 'object', comment: '资金未落实' }) },
    { by: 'finance', send: 'returnItem', naming: (k) => ({ project: k.id('clinic'), items: '资金来源不明' }) },
    { at: 'clinic', state: 'plan.correcting' },
    { ...agrees('data-bureau'), state: 'jointReview' },
    { by: 'finance', send: 'giveJointOpinion', naming: (k) => ({ projects: [k.id('clinic')], opinion: 'agree' }), state: 'listing' },
    { by: 'data-bureau', send: 'submitPlanToCity', data: { date: '2025-10-16' }, refused: ['plan.nobody-objects', 'plan.nothing-returned'] },
    { by: 'data-bureau', send: 'removeItem', naming: (k) => ({ project: k.id('zone'), reason: '资金未落实' }) },
    { at: 'zone', state: 'reserve.pooled' },
    { by: 'data-bureau', send: 'removeItem', naming: (k) => ({ project: k.id('zone'), reason: '再剔除一次' }), refused: ['plan.items-known'] },
    { on: '2025-10-20', at: 'clinic', by: 'health', send: 'resubmit', data: { reply: '已写明资金来源' }, state: 'plan.collected' },
    { by: 'data-bureau', send: 'submitPlanToCity', data: { date: '2025-10-20' }, state: 'cityReview' },
    { by: 'data-bureau', send: 'recordPlanCityOpinion', data: { result: 'returned', number: '市数函2号', date: '2025-10-20', comment: '核减一项' }, state: 'listing' },
    { by: 'data-bureau', send: 'submitPlanToCity', data: { date: '2025-10-20' } },
    ...upper('2025-10-20'),
    { by: 'data-bureau', send: 'issuePlan', data: { number: '青数〔2026〕2号', date: '2025-10-19' }, refused: ['date.date-in-order'] },
    { by: 'data-bureau', send: 'issuePlan', data: { number: '青数〔2026〕2号', date: '2025-10-20' }, state: 'publishing' },
    { at: 'school', state: 'approval.combined.preparing' }, { at: 'clinic', state: 'approval.combined.preparing' }, { at: 'zone', state: 'reserve.pooled' },
  ],
};

const ownItem: Story = {
  title: '联审部门自己的项目：本部门回避，其他部门照常表态',
  clauses: ['2.1.3b', '2.6.2'],
  by: 'data-bureau', on: '2025-09-01', declare: { year: 2026, opensOn: '2025-09-01', closesOn: '2025-09-30' },
  steps: [
    ...project('budget', 'finance', '预算一体化接口', wan(90)), applies('budget', 'finance'),
    { by: 'data-bureau', send: 'closeWindow', data: { reason: '申报已齐' }, state: 'jointReview' },
    { by: 'finance', send: 'giveJointOpinion', naming: (k) => ({ projects: [k.id('budget')], opinion: 'agree' }), refused: ['plan.not-own-item'] },
    { by: 'cyberspace', send: 'giveJointOpinion', naming: (k) => ({ projects: [k.id('budget')], opinion: 'recuse' }), refused: ['plan.recused-own-only'] },
    agrees('finance'), agrees('cyberspace'), agrees('development-reform'), { ...agrees('data-bureau'), state: 'listing' },
  ],
};

const leaving: Story = {
  title: '项目撤回计划申请、计划终止编制：项目回到储备库，可以申请下一年度',
  clauses: ['2.1.3a', '2.1.3b'],
  by: 'data-bureau', on: '2025-09-01', declare: { year: 2026, opensOn: '2025-09-01', closesOn: '2025-09-30' },
  steps: [
    ...project('school', 'education', '智慧教育平台', wan(300)), ...project('clinic', 'health', '卫健数据填报系统', wan(50)),
    applies('school', 'education'), applies('clinic', 'health'),
    { at: 'school', by: 'education', send: 'withdrawFromPlan', data: { reason: '资金另有安排' }, state: 'reserve.pooled' },
    { by: 'data-bureau', send: 'closeWindow', data: { reason: '申报已齐' }, state: 'jointReview' },
    agrees('finance'), agrees('cyberspace'), agrees('development-reform'), { ...agrees('data-bureau'), state: 'listing' },
    { by: 'data-bureau', send: 'reopenWindow', data: { closesOn: '2025-10-31', reason: '补充申报' }, state: 'collecting' },
    applies('school', 'education'),
    { by: 'data-bureau', send: 'cancelPlan', data: { reason: '县政府决定与上级计划合并' }, state: 'abandoned' },
    { at: 'school', state: 'reserve.pooled' }, { at: 'clinic', state: 'reserve.pooled' },
    { by: 'data-bureau', begin: 'annual-plan', at: 'next', data: { year: 2027, opensOn: '2025-09-01', closesOn: '2025-09-30' }, state: 'collecting' },
    applies('clinic', 'health', 2027),
    { by: 'data-bureau', begin: 'annual-plan', at: 'anew', data: { year: 2026, opensOn: '2025-09-01', closesOn: '2025-09-30' }, state: 'collecting' },
    applies('school', 'education', 2026),
  ],
};

export const stories: readonly Story[] = [wholeYear, oneTakenOut, ownItem, leaving];
