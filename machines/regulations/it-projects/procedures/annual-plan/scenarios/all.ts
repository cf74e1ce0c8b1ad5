import type { Step, Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../../project/testing/lines.js';
import { anotherProject } from './another-project.js';
import { determined } from './determined.js';
import { ownItems, ownTakenOut } from './own-items.js';

const project = (at: string, by: string, title: string, fen: number, superior?: string): Step[] => [
  { by, at, begin: 'project', data: line.declarationOf(title, fen) },
  ...line.pooled(by, undefined, superior).map((step) => ({ ...step, at, ...(step.upload ? { uploader: by } : {}) })),
];
const applies = (at: string, by: string, year = 2026): Step => ({ at, by, send: 'applyForPlan', data: { planYear: year }, state: 'plan.collected' });
const agrees = (by: string): Step => ({ by, send: 'giveJointOpinion', data: { opinion: 'agree' } });
const everybodyAgrees: Step[] = [agrees('data-bureau'), agrees('cyberspace'), agrees('development-reform'), { ...agrees('finance'), state: 'listing' }];
const upper = (on: string): Step[] => [
  {
    by: 'data-bureau',
    upload: 'cityOpinion',
    send: 'recordPlanCityOpinion',
    data: { result: 'agreed', number: '市数函9号', date: on },
    state: 'provinceReview',
  },
  {
    by: 'data-bureau',
    upload: 'provinceOpinion',
    send: 'recordPlanProvinceOpinion',
    data: { result: 'agreed', number: '省数函9号', date: on },
    state: 'governmentDecision',
  },
  {
    by: 'data-bureau',
    upload: 'governmentDecision',
    send: 'recordPlanDecision',
    data: { result: 'agreed', number: '县政府会议纪要9号', date: on },
    state: 'issuing',
  },
];

const announced = { by: 'data-bureau', on: '2025-07-01', declare: { year: 2026 } } as const;

const wholeYear: Story = {
  title: '年度计划：8月开始受理，10月31日截止，逐项联审，专家评审，市、省、县政府，下达后各项目进入审批，计划公开',
  clauses: ['2.1.3a', '2.1.3b', '2.1.4', '2.6.3a', '3.3a'],
  ...announced,
  steps: [
    { state: 'announced' },
    ...project('school', 'education', '智慧教育平台', wan(300)),
    ...project('clinic', 'county-hospital', '影像云', wan(620), 'health'),
    { at: 'school', by: 'education', send: 'applyForPlan', data: { planYear: 2026 }, refused: ['plan.collecting'], clause: '2.1.3a' },
    { on: '2025-08-01', state: 'collecting' },
    { by: 'data-bureau', begin: 'annual-plan', at: 'again', data: { year: 2026 }, refused: ['plan.one-per-year'] },
    applies('school', 'education'),
    ...line.applied('county-hospital', 2026, 'health').map((step) => ({ ...step, at: 'clinic' })),
    { by: 'finance', send: 'giveJointOpinion', data: { opinion: 'agree' }, refused: ['plan.collected-first'] },
    { by: 'finance', send: 'closeWindow', data: { reason: '想早点' }, notYourStep: true },
    { on: '2025-10-31', state: 'collecting' },
    { on: '2025-11-01', state: 'jointReview' },
    {
      by: 'data-bureau',
      send: 'issuePlan',
      data: { number: '青数1号', date: '2025-11-01' },
      refused: ['plan.jointly-reviewed', 'plan.city-agreed', 'plan.province-agreed', 'plan.government-approved'],
    },
    ...everybodyAgrees,
    { by: 'data-bureau', send: 'submitPlanToCity', data: { date: '2025-11-01' }, refused: ['experts.reviewed', 'document.planList'], clause: '3.3a' },
    ...line.expertsOn('2025-11-01', 5),
    { by: 'data-bureau', upload: 'planList', send: 'submitPlanToCity', data: { date: '2025-11-01' }, state: 'cityReview' },
    {
      by: 'data-bureau',
      send: 'recordPlanCityOpinion',
      data: { result: 'agreed', number: '市数函9号', date: '2025-11-01' },
      refused: ['document.cityOpinion'],
    },
    ...upper('2025-11-01'),
    { by: 'data-bureau', send: 'issuePlan', data: { number: '青数〔2026〕1号', date: '2025-11-01' }, refused: ['document.planDocument'] },
    { by: 'data-bureau', upload: 'planDocument', send: 'issuePlan', data: { number: '青数〔2026〕1号', date: '2025-11-01' }, state: 'publishing' },
    { at: 'school', state: 'approval.combined.preparing' },
    { at: 'clinic', state: 'approval.feasibility.preparing' },
    { by: 'data-bureau', send: 'publishPlan', data: { publishedOn: '2025-10-31', where: '县政府门户网站' }, refused: ['date.publishedOn-in-order'] },
    { on: '2025-11-10', by: 'data-bureau', send: 'publishPlan', data: { publishedOn: '2025-11-10', where: '县政府门户网站' }, state: 'closed' },
  ],
};

const oneTakenOut: Story = {
  title: '一个项目剔除、一个退回补正，其余照常；内容没有变的，已出具的意见不因退回而作废',
  clauses: ['2.1.3b'],
  by: 'data-bureau',
  on: '2025-09-01',
  declare: { year: 2026, opensOn: '2025-09-01', closesOn: '2025-09-30' },
  steps: [
    ...project('school', 'education', '智慧教育平台', wan(300)),
    ...project('zone', 'development-zone', '园区企业服务系统', wan(180)),
    ...project('clinic', 'health', '卫健数据填报系统', wan(50)),
    applies('school', 'education'),
    applies('zone', 'development-zone'),
    applies('clinic', 'health'),
    { by: 'data-bureau', send: 'extendWindow', data: { closesOn: '2025-08-31', reason: '写错日期' }, refused: ['plan.extension-ahead'] },
    { by: 'data-bureau', send: 'extendWindow', data: { closesOn: '2025-10-15', reason: '县直单位要求' } },
    { on: '2025-10-01', state: 'collecting' },
    { on: '2025-10-16', state: 'jointReview' },
    agrees('cyberspace'),
    agrees('development-reform'),
    { by: 'finance', send: 'giveJointOpinion', naming: (k) => ({ projects: [k.id('school')], opinion: 'agree' }), state: 'jointReview' },
    { by: 'finance', send: 'giveJointOpinion', naming: (k) => ({ projects: [k.id('zone')], opinion: 'object', comment: '资金未落实' }) },
    { by: 'finance', send: 'returnItem', naming: (k) => ({ project: k.id('clinic'), items: '资金来源不明' }), state: 'jointReview' },
    { at: 'clinic', state: 'plan.correcting' },
    { by: 'finance', send: 'giveJointOpinion', naming: (k) => ({ projects: [k.id('clinic')], opinion: 'agree' }), refused: ['plan.items-here'] },
    { by: 'finance', send: 'returnItem', naming: (k) => ({ project: k.id('clinic'), items: '再退一次' }), refused: ['plan.items-here'] },
    { ...agrees('data-bureau'), state: 'listing' },
    {
      by: 'data-bureau',
      send: 'submitPlanToCity',
      data: { date: '2025-10-16' },
      refused: ['plan.nobody-objects', 'plan.nothing-returned', 'experts.reviewed', 'document.planList'],
    },
    { by: 'data-bureau', send: 'removeItem', naming: (k) => ({ project: k.id('zone'), reason: '资金未落实' }) },
    { at: 'zone', state: 'reserve.pooled' },
    { by: 'data-bureau', send: 'removeItem', naming: (k) => ({ project: k.id('zone'), reason: '再剔除一次' }), refused: ['plan.items-known'] },
    { on: '2025-10-20', at: 'clinic', by: 'health', send: 'resubmit', data: { reply: '资金来源见申报表' }, state: 'plan.collected' },
    { state: 'jointReview' },
    agrees('data-bureau'),
    { ...agrees('finance'), state: 'listing' },
    ...line.expertsOn('2025-10-20', 5),
    { by: 'data-bureau', upload: 'planList', send: 'submitPlanToCity', data: { date: '2025-10-20' }, state: 'cityReview' },
    {
      by: 'data-bureau',
      upload: 'cityOpinion',
      send: 'recordPlanCityOpinion',
      data: { result: 'returned', number: '市数函2号', date: '2025-10-20', comment: '核减一项' },
      state: 'listing',
    },
    { by: 'data-bureau', send: 'submitPlanToCity', data: { date: '2025-10-20' } },
    ...upper('2025-10-20'),
    { by: 'data-bureau', upload: 'planDocument', send: 'issuePlan', data: { number: '青数〔2026〕2号', date: '2025-10-19' }, refused: ['date.date-in-order'] },
    { by: 'data-bureau', send: 'issuePlan', data: { number: '青数〔2026〕2号', date: '2025-10-20' }, state: 'publishing' },
    { at: 'school', state: 'approval.combined.preparing' },
    { at: 'clinic', state: 'approval.combined.preparing' },
    { at: 'zone', state: 'reserve.pooled' },
  ],
};

const ownItem: Story = {
  title: '联审部门自己的项目：本部门回避，其他部门照常表态',
  clauses: ['2.1.3b', '2.6.2'],
  by: 'data-bureau',
  on: '2025-09-01',
  declare: { year: 2026, opensOn: '2025-09-01', closesOn: '2025-09-30' },
  steps: [
    ...project('budget', 'finance', '预算一体化接口', wan(90)),
    applies('budget', 'finance'),
    { by: 'data-bureau', send: 'closeWindow', data: { reason: '申报已齐' }, state: 'jointReview' },
    { by: 'finance', send: 'giveJointOpinion', naming: (k) => ({ projects: [k.id('budget')], opinion: 'agree' }), refused: ['plan.not-own-item'] },
    { by: 'cyberspace', send: 'giveJointOpinion', naming: (k) => ({ projects: [k.id('budget')], opinion: 'recuse' }), refused: ['plan.recused-own-only'] },
    ...everybodyAgrees,
  ],
};

const leaving: Story = {
  title: '项目撤回计划申请、计划终止编制：项目回到储备库，可以申请下一年度',
  clauses: ['2.1.3a', '2.1.3b'],
  by: 'data-bureau',
  on: '2025-09-01',
  declare: { year: 2026, opensOn: '2025-09-01', closesOn: '2025-09-30' },
  steps: [
    ...project('school', 'education', '智慧教育平台', wan(300)),
    ...project('clinic', 'health', '卫健数据填报系统', wan(50)),
    applies('school', 'education'),
    applies('clinic', 'health'),
    { at: 'school', by: 'education', send: 'withdrawFromPlan', data: { reason: '资金另有安排' }, state: 'reserve.pooled' },
    { by: 'data-bureau', send: 'closeWindow', data: { reason: '申报已齐' }, state: 'jointReview' },
    ...everybodyAgrees,
    { by: 'data-bureau', send: 'reopenWindow', data: { closesOn: '2025-10-31', reason: '补充申报' }, state: 'collecting' },
    applies('school', 'education'),
    { by: 'data-bureau', send: 'cancelPlan', data: { reason: '县政府决定与上级计划合并' }, state: 'abandoned' },
    { at: 'school', state: 'reserve.pooled' },
    { at: 'clinic', state: 'reserve.pooled' },
    { by: 'data-bureau', begin: 'annual-plan', at: 'next', data: { year: 2027, opensOn: '2025-09-01', closesOn: '2025-09-30' }, state: 'collecting' },
    applies('clinic', 'health', 2027),
    { by: 'data-bureau', begin: 'annual-plan', at: 'anew', data: { year: 2026, opensOn: '2025-09-01', closesOn: '2025-09-30' }, state: 'collecting' },
    applies('school', 'education', 2026),
  ],
};

const experts = (date: string, conclusion: string, more: object = {}): Step => ({
  by: 'data-bureau',
  send: 'recordExpertReview',
  data: { date, experts: line.panel(5), conclusion, ...more },
});
const preReviewed = { similarity: 'none', similarityReason: '已与在库项目核对' };
const begins = (meetingOn: string): Step => ({ by: 'data-bureau', send: 'beginExpertReview', data: { meetingOn }, state: 'expertReview' });
const toCity = (date: string, more: Partial<Step> = {}): Step => ({ by: 'data-bureau', upload: 'planList', send: 'submitPlanToCity', data: { date }, ...more });

const argued: Story = {
  title: '专家评审：不通过的清单不能上报；补正改了内容的重新联审、评审，没有改的和剔除项目不用',
  clauses: ['3.3a', '2.1.3b'],
  by: 'data-bureau',
  on: '2025-09-01',
  declare: { year: 2026, opensOn: '2025-09-01', closesOn: '2025-09-30' },
  steps: [
    ...project('school', 'education', '智慧教育平台', wan(300)),
    ...project('clinic', 'health', '卫健数据填报系统', wan(50)),
    applies('school', 'education'),
    applies('clinic', 'health'),
    { by: 'data-bureau', send: 'closeWindow', data: { reason: '申报已齐' }, state: 'jointReview' },
    ...everybodyAgrees,
    begins('2025-09-01'),
    { ...experts('2025-09-01', 'passed'), refused: ['document.expertOpinion'] },
    { ...experts('2025-09-01', 'passed', { experts: line.panel(3) }), upload: 'expertOpinion', refused: ['experts.enough'] },
    { ...experts('2025-09-01', 'passed', { experts: [...line.panel(4), { number: 'ZJ-009', unit: '县教体局' }] }), refused: ['experts.independent'] },
    { ...experts('2025-09-01', 'failed'), state: 'listing' },
    toCity('2025-09-01', { refused: ['experts.reviewed'], clause: '3.3a' }),
    { on: '2025-09-08', by: 'finance', send: 'returnItem', naming: (k) => ({ project: k.id('clinic'), items: '按专家意见核减投资' }) },
    { at: 'clinic', by: 'health', send: 'resubmit', data: { reply: '已核减', declaration: { estimateFen: wan(45) } }, state: 'reserve.preReview.reviewing' },
    { at: 'clinic', by: 'data-bureau', send: 'passPreReview', data: preReviewed, state: 'plan.collected' },
    toCity('2025-09-08', { refused: ['plan.jointly-reviewed', 'experts.reviewed'] }),
    ...everybodyAgrees,
    begins('2025-09-08'),
    { ...experts('2025-09-07', 'passed'), refused: ['date.date-in-order', 'document.expertOpinion-of-this-round'] },
    { ...experts('2025-09-08', 'passed'), upload: 'expertOpinion', state: 'listing' },
    toCity('2025-09-07', { refused: ['date.date-in-order'] }),
    { by: 'data-bureau', send: 'removeItem', naming: (k) => ({ project: k.id('school'), reason: '推迟到下一年度' }) },
    toCity('2025-09-08', { state: 'cityReview' }),
    {
      by: 'data-bureau',
      upload: 'cityOpinion',
      send: 'recordPlanCityOpinion',
      data: { result: 'returned', number: '市数函3号', date: '2025-09-08' },
      state: 'listing',
    },
    { by: 'cyberspace', send: 'returnItem', naming: (k) => ({ project: k.id('clinic'), items: '按市局意见说明' }) },
    { at: 'clinic', by: 'health', send: 'resubmit', data: { reply: '已说明' } },
    toCity('2025-09-08', { refused: ['plan.jointly-reviewed'] }),
    { ...agrees('cyberspace'), state: 'listing' },
    toCity('2025-09-08', { state: 'cityReview' }),
  ],
};

const intoTheYear: Story = {
  title: '申报期延到计划年度之内：元旦以后仍可申请和补正；一年只有一个计划，过去的年度不再编制',
  clauses: ['2.1.3a', '2.1.3b'],
  by: 'data-bureau',
  on: '2025-12-01',
  declare: { year: 2026, opensOn: '2025-12-01', closesOn: '2025-12-31' },
  steps: [
    ...project('school', 'education', '智慧教育平台', wan(300)),
    ...project('clinic', 'health', '卫健数据填报系统', wan(50)),
    applies('school', 'education'),
    { by: 'data-bureau', send: 'extendWindow', data: { closesOn: '2026-01-09', reason: '省里推迟布置' } },
    {
      on: '2026-01-05',
      by: 'data-bureau',
      begin: 'annual-plan',
      at: '当年计划',
      data: { year: 2026, opensOn: '2026-01-05', closesOn: '2026-01-09' },
      refused: ['plan.one-per-year'],
    },
    {
      by: 'data-bureau',
      begin: 'annual-plan',
      at: '上年计划',
      data: { year: 2025, opensOn: '2026-01-05', closesOn: '2026-01-09' },
      refused: ['plan.year-not-over'],
      clause: '2.1.3a',
    },
    { at: 'clinic', by: 'health', send: 'applyForPlan', data: { planYear: 2027 }, refused: ['plan.begun'] },
    applies('clinic', 'health'),
    { by: 'data-bureau', send: 'closeWindow', data: { reason: '申报已齐' }, state: 'jointReview' },
    { by: 'finance', send: 'returnItem', naming: (k) => ({ project: k.id('school'), items: '资金来源不明' }) },
    { at: 'school', by: 'education', send: 'resubmit', data: { reply: '已写明资金来源' }, state: 'plan.collected' },
  ],
};

export const stories: readonly Story[] = [wholeYear, oneTakenOut, ownItem, leaving, argued, intoTheYear, ownItems, ownTakenOut, anotherProject, determined];
