import type { Step, Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../../project/testing/lines.js';

const project = (at: string, by: string, title: string, fen: number, superior?: string): Step[] => [
  { by, at, begin: 'project', data: line.declarationOf(title, fen) },
  ...line.pooled(by, undefined, superior).map((step) => ({ ...step, at, ...(step.upload ? { uploader: by } : {}) })),
  { at, by, send: 'applyForPlan', data: { planYear: 2026 }, state: superior ? 'plan.endorsement' : 'plan.collected' },
  ...(superior ? [{ at, by: superior, send: 'endorse', state: 'plan.collected' }] : []),
];
const agrees = (by: string): Step => ({ by, send: 'giveJointOpinion', data: { opinion: 'agree' } });
const returns = (at: string, items: string): Step => ({ by: 'finance', send: 'returnItem', naming: (k) => ({ project: k.id(at), items }) });
const preReviewed = { similarity: 'none', similarityReason: '已与在库项目核对' };

/** A correction that makes another project of an item: nobody has agreed to that one. */
export const anotherProject: Story = {
  title: '联审退回补正，回来的是另一个项目：主管部门、县局预审和各联审部门都重新表态，原来的意见只作记录',
  clauses: ['2.1.3b', '2.1.2a', '2.2.5'],
  by: 'data-bureau',
  on: '2025-09-01',
  declare: { year: 2026, opensOn: '2025-09-01', closesOn: '2025-09-30' },
  steps: [
    ...project('lab', 'county-hospital', '检验信息系统', wan(90), 'health'),
    ...project('zone', 'development-zone', '园区企业服务系统', wan(180)),
    ...project('school', 'education', '智慧教育平台', wan(300)),
    { by: 'data-bureau', send: 'closeWindow', data: { reason: '申报已齐' }, state: 'jointReview' },
    agrees('data-bureau'),
    agrees('cyberspace'),
    agrees('development-reform'),
    ...['lab', 'zone', 'school'].map((at) => returns(at, '投资和内容不明确')),
    { at: 'lab', by: 'data-bureau', send: 'reportToCity', data: { reportedOn: '2025-09-01' } },
    {
      at: 'lab',
      by: 'county-hospital',
      send: 'resubmit',
      data: { reply: '改为运维', declaration: { projectType: 'operation' } },
      refused: ['correction.type-stays'],
    },
    {
      at: 'lab',
      by: 'county-hospital',
      send: 'resubmit',
      data: { reply: '扩大范围', declaration: { content: '全县医院的检验信息系统', estimateFen: wan(8000) } },
      state: 'reserve.endorsement.reviewing',
    },
    { at: 'lab', by: 'data-bureau', send: 'passPreReview', data: preReviewed, refused: ['reserve.endorsed-first'] },
    { at: 'lab', by: 'health', send: 'endorse', state: 'reserve.preReview.reviewing' },
    { at: 'lab', by: 'data-bureau', send: 'passPreReview', data: preReviewed, state: 'plan.collected' },
    agrees('finance'),
    agrees('data-bureau'),
    agrees('cyberspace'),
    { ...agrees('development-reform'), state: 'listing' },
    {
      at: 'zone',
      by: 'development-zone',
      send: 'resubmit',
      data: { reply: '调整内容', declaration: { content: '只建企业服务门户' } },
      state: 'reserve.preReview.reviewing',
    },
    { at: 'zone', by: 'data-bureau', send: 'rejectPreReview', data: { reason: '与省平台重复' }, state: 'rejected' },
    {
      at: 'school',
      by: 'education',
      send: 'resubmit',
      data: { reply: '调整目标', declaration: { goal: '只覆盖县城学校' } },
      state: 'reserve.preReview.reviewing',
    },
    { by: 'data-bureau', send: 'removeItem', naming: (k) => ({ project: k.id('school'), reason: '推迟到下一年度' }) },
    { at: 'school', by: 'data-bureau', send: 'passPreReview', data: preReviewed, state: 'reserve.pooled' },
    ...line.expertsOn('2025-09-01', 5),
    { by: 'data-bureau', upload: 'planList', send: 'submitPlanToCity', data: { date: '2025-09-01' }, state: 'cityReview' },
  ],
};
