import type { Step, Story } from '#machines/kit/testing/story.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../../project/testing/lines.js';

/** The bureau declares a project of its own, and another office reviews it. */
const ownProject = (day: IsoDate): Step[] => [
  { by: 'data-bureau', at: 'bureau', begin: 'project', data: line.declarationOf('一体化数据平台扩容', wan(150)) },
  { at: 'bureau', upload: 'declarationForm', uploader: 'data-bureau', by: 'data-bureau', send: 'declare' },
  {
    at: 'bureau',
    by: 'data-bureau',
    upload: 'governmentDecision',
    uploader: 'data-bureau',
    send: 'recuse',
    naming: (k) => ({
      to: 'unit:development-reform',
      reason: '本局项目',
      number: '青政办函3号',
      date: day,
      document: k.document('governmentDecision', 'bureau'),
    }),
  },
];

export const ownItems: Story = {
  title: '编制单位自己的项目不由本局剔除；改变联审意见要指明项目',
  clauses: ['2.1.3b', '2.6.2'],
  by: 'data-bureau',
  on: '2025-09-01',
  declare: { year: 2026, opensOn: '2025-09-01', closesOn: '2025-09-30' },
  steps: [
    { by: 'education', at: 'school', begin: 'project', data: line.declarationOf('智慧教育平台', wan(300)) },
    ...line.pooled('education').map((step) => ({ ...step, at: 'school', ...(step.upload ? { uploader: 'education' } : {}) })),
    { at: 'school', by: 'education', send: 'applyForPlan', data: { planYear: 2026 }, state: 'plan.collected' },
    ...ownProject('2025-09-01'),
    { at: 'bureau', by: 'development-reform', send: 'passPreReview', data: { similarity: 'none' }, state: 'reserve.pooled' },
    { at: 'bureau', by: 'data-bureau', send: 'applyForPlan', data: { planYear: 2026 }, state: 'plan.collected' },
    { by: 'data-bureau', send: 'closeWindow', data: { reason: '申报已齐' }, state: 'jointReview' },
    { by: 'data-bureau', send: 'removeItem', naming: (k) => ({ project: k.id('bureau'), reason: '推迟' }), refused: ['plan.not-own-item'], clause: '2.6.2' },
    { by: 'data-bureau', send: 'returnItem', naming: (k) => ({ project: k.id('bureau'), items: '补充' }), refused: ['plan.not-own-item'] },
    { by: 'finance', send: 'giveJointOpinion', data: { opinion: 'object', comment: '资金未落实' } },
    { by: 'finance', send: 'giveJointOpinion', data: { opinion: 'agree' }, refused: ['plan.something-meant'], clause: '2.1.3b' },
    { by: 'finance', send: 'giveJointOpinion', naming: (k) => ({ projects: [k.id('school'), k.id('bureau')], opinion: 'agree' }), state: 'jointReview' },
    { by: 'data-bureau', send: 'giveJointOpinion', data: { opinion: 'agree' } },
    { by: 'cyberspace', send: 'giveJointOpinion', data: { opinion: 'agree' } },
    { by: 'development-reform', send: 'giveJointOpinion', data: { opinion: 'agree' }, state: 'listing' },
  ],
};

const day = '2025-07-01';
const reason = '资金未落实';

export const ownTakenOut: Story = {
  title: '县政府确定计划以后，凭县政府的另一份文件，编制单位自己的项目也可以剔除；清单上没有项目的，终止计划编制',
  clauses: ['2.1.3b', '2.6.2'],
  by: 'data-bureau',
  on: day,
  declare: { year: 2026, opensOn: day, closesOn: day },
  steps: [
    ...ownProject(day),
    { at: 'bureau', by: 'development-reform', send: 'passPreReview', data: { similarity: 'none' }, state: 'reserve.pooled' },
    { at: 'bureau', by: 'data-bureau', send: 'applyForPlan', data: { planYear: 2026 }, state: 'plan.collected' },
    { by: 'data-bureau', send: 'closeWindow', data: { reason: '申报已齐' }, state: 'jointReview' },
    { by: 'data-bureau', send: 'removeItem', naming: (k) => ({ project: k.id('bureau'), reason }), refused: ['plan.not-own-item'] },
    ...line
      .decidedPlan(2026, day)
      .slice(0, -1)
      .map(({ at: _, ...step }): Step => step),
    { at: 'bureau', by: 'data-bureau', send: 'withdrawFromPlan', data: { reason }, refused: ['plan.not-determined'] },
    { by: 'data-bureau', send: 'removeItem', naming: (k) => ({ project: k.id('bureau'), reason }), refused: ['plan.determined-stands'] },
    {
      by: 'data-bureau',
      upload: 'governmentDecision',
      send: 'removeItem',
      naming: (k) => ({ project: k.id('bureau'), reason, number: '县政府办函12号', date: day }),
      state: 'issuing',
    },
    { at: 'bureau', state: 'reserve.pooled' },
    { by: 'data-bureau', upload: 'planDocument', send: 'issuePlan', data: { number: '青数〔2026〕1号', date: day }, refused: ['plan.anything-listed'] },
    { by: 'data-bureau', send: 'cancelPlan', data: { reason, number: '县政府办函12号', date: day }, state: 'abandoned' },
  ],
};
