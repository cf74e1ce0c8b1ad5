import type { Step, Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../../project/testing/lines.js';

/** What the county government has determined is taken out only by its own document. */

const day = '2025-07-01';
const project = (at: string, by: string, title: string): Step[] => [
  { by, at, begin: 'project', data: line.declarationOf(title, wan(300)) },
  ...line.pooled(by).map((step) => ({ ...step, at, ...(step.upload ? { uploader: by } : {}) })),
  { at, by, send: 'applyForPlan', data: { planYear: 2026 }, state: 'plan.collected' },
];
const ownCase = (steps: Step[]): Step[] => steps.map(({ at: _, ...step }) => step);
const ended = ['plan.determined-stands'];
const reason = '资金未落实';

export const determined: Story = {
  title: '县政府确定计划以后：项目单位不能自行退出，此前已经退出的、主管部门尚未同意的不受限制；没有县政府的另一份文件，县数据资源管理局不能剔除项目、终止编制',
  clauses: ['2.1.3b', '2.1.4'],
  by: 'data-bureau',
  on: day,
  declare: { year: 2026, opensOn: day, closesOn: day },
  steps: [
    ...project('school', 'education', '智慧教育平台'),
    ...project('clinic', 'health', '影像云'),
    ...project('zone', 'development-zone', '园区管理系统'),
    { by: 'county-hospital', at: 'ward', begin: 'project', data: line.declarationOf('检验中心平台', wan(300)) },
    ...line.pooled('county-hospital', undefined, 'health').map((step) => ({ ...step, at: 'ward', ...(step.upload ? { uploader: 'county-hospital' } : {}) })),
    { at: 'ward', by: 'county-hospital', send: 'applyForPlan', data: { planYear: 2026 }, state: 'plan.endorsement' },
    { by: 'data-bureau', send: 'closeWindow', data: { reason: '申报已齐' }, state: 'jointReview' },
    { at: 'zone', by: 'development-zone', send: 'withdrawFromPlan', data: { reason }, state: 'reserve.pooled' },
    ...ownCase(line.decidedPlan(2026, day).slice(0, -1)),
    { at: 'zone', by: 'development-zone', send: 'withdraw', data: { reason }, state: 'withdrawn' },
    { at: 'ward', by: 'county-hospital', send: 'withdrawFromPlan', data: { reason }, state: 'reserve.pooled' },
    { at: 'school', by: 'education', send: 'withdrawFromPlan', data: { reason }, refused: ['plan.not-determined'] },
    { at: 'school', by: 'education', send: 'withdraw', data: { reason }, refused: ['plan.not-determined'] },
    { by: 'data-bureau', send: 'removeItem', naming: (k) => ({ project: k.id('school'), reason }), refused: ended },
    { by: 'data-bureau', send: 'cancelPlan', data: { reason }, refused: ended },
    {
      by: 'data-bureau',
      send: 'removeItem',
      naming: (k) => ({ project: k.id('school'), reason, number: '县政府办函12号', date: '2025-06-30' }),
      refused: ['plan.determined-stands', 'date.date-in-order'],
    },
    {
      by: 'data-bureau',
      upload: 'governmentDecision',
      send: 'removeItem',
      naming: (k) => ({ project: k.id('school'), reason, number: '县政府办函12号', date: day }),
      state: 'issuing',
    },
    { at: 'school', by: 'education', send: 'withdraw', data: { reason }, state: 'withdrawn' },
    { by: 'data-bureau', upload: 'planDocument', send: 'issuePlan', data: { number: '青数〔2026〕1号', date: day }, state: 'publishing' },
    { at: 'clinic', by: 'health', send: 'withdraw', data: { reason }, state: 'withdrawn' },
  ],
};
