import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as project from '../../project/testing/lines.js';
import * as line from '../testing/lines.js';

/** What a unit may change by itself, and the limits of that (二(三)3). */

const of = (by: string) => ({ procedure: 'project', by, on: '2025-01-06' }) as const;
const allConditions = [
  'change.total-within-budget',
  'change.goal-unchanged',
  'change.content-needed',
  'change.share-within',
  'change.amount-within',
  'change.reason-listed',
];

const four = wan(400);
export const exactlyFifteenPercent: Story = {
  title: '自主调整恰为15.00%：报备案，县局受理，实施',
  clauses: ['2.3.3b', '2.3.3c'],
  ...of('education'),
  declare: project.declarationOf('教育数据填报平台', four),
  steps: [
    ...line.building('education', four),
    {
      on: '2025-04-07',
      by: 'health',
      begin: 'change-request',
      at: 'theirs',
      naming: (known) => ({ project: known.id(), ...line.content }),
      refused: ['change.project-known'],
    },
    { by: 'education', begin: 'change-request', at: 'none', data: { project: 'XM-2020-0001', ...line.content }, refused: ['change.project-known'] },
    {
      by: 'education',
      begin: 'change-request',
      at: 'change',
      naming: (known) => ({ project: known.id(), ...line.content, increaseFen: wan(60), decreaseFen: wan(45) }),
      state: 'drafting',
    },
    { at: 'change', by: 'education', send: 'recordImplementation', data: { implementedOn: '2025-04-07' }, refused: ['change.allowed-first'], clause: '2.3.3f' },
    {
      at: 'change',
      by: 'education',
      send: 'fileChange',
      data: { decidedOn: '2025-04-07' },
      refused: ['change.total-within-budget', 'change.leadership-documented', 'document.changeStatement', 'document.decisionMinutes', 'document.changedScheme'],
    },
    { at: 'change', by: 'education', send: 'revise', data: { changes: { decreaseFen: wan(60) } } },
    { at: 'change', upload: ['changeStatement', 'decisionMinutes', 'changedScheme', 'leadershipBasis'] },
    { at: 'change', by: 'education', send: 'fileChange', data: { decidedOn: '2025-04-08' }, refused: ['date.decidedOn-not-in-future'] },
    { at: 'change', by: 'education', send: 'submitChange', data: { decidedOn: '2025-04-07' }, state: 'filing.reviewing' },
    { at: 'change', by: 'education', send: 'recall', data: { reason: '再核对一次' }, state: 'decided' },
    { at: 'change', by: 'education', send: 'submitChange', data: { decidedOn: '2025-04-07' } },
    { at: 'change', by: 'education', send: 'acknowledge', notYourStep: true },
    { at: 'change', by: 'data-bureau', send: 'returnForCorrection', data: { items: '对照表不全' }, state: 'filing.correcting' },
    {
      at: 'change',
      by: 'education',
      send: 'resubmit',
      data: { reply: '已改', changes: { increaseFen: wan(60) + 1, decreaseFen: wan(60) + 1 } },
      refused: ['change.share-within'],
    },
    {
      at: 'change',
      by: 'education',
      send: 'resubmit',
      data: { reply: '已补全对照表', changes: { after: '改为建设数据共享模块和统计模块' } },
      state: 'filing.reviewing',
    },
    { on: '2025-04-09', at: 'change', by: 'data-bureau', send: 'acknowledge', state: 'implementing' },
    { at: 'change', by: 'education', send: 'recordImplementation', data: { implementedOn: '2025-04-06' }, refused: ['date.implementedOn-in-order'] },
    line.implemented('education', '2025-05-06', 'change'),
    { by: 'education', send: 'completeConstruction', data: { completedOn: '2025-05-06' }, state: 'construction.completed' },
  ],
};

export const justOverFifteenPercent: Story = {
  title: '15.01%：不能自主调整，改为报批后批准',
  clauses: ['2.3.3b', '2.3.3d', '2.3.3f'],
  ...of('education'),
  declare: project.declarationOf('智慧校园门户', four),
  steps: [
    ...line.building('education', four),
    ...line.begun('education', '2025-04-07', 'change', { reason: 'technical', increaseFen: wan(60.04), decreaseFen: wan(60.04) }),
    {
      at: 'change',
      by: 'education',
      send: 'fileChange',
      data: { decidedOn: '2025-04-07' },
      refused: ['change.share-within', 'change.technically-argued'],
      clause: '2.3.3d',
    },
    { at: 'change', upload: 'technicalArgument', by: 'education', send: 'fileChange', data: { decidedOn: '2025-04-07' }, refused: ['change.share-within'] },
    { at: 'change', by: 'education', send: 'submitChange', data: { decidedOn: '2025-04-07' }, state: 'examination.reviewing' },
    { at: 'change', by: 'education', send: 'recordImplementation', data: { implementedOn: '2025-04-07' }, clause: '2.3.3f' },
    { by: 'education', send: 'completeConstruction', data: { completedOn: '2025-04-07' }, refused: ['change.none-pending'], clause: '2.3.3a' },
    { on: '2025-04-14', ...line.approve('2025-04-14', 'change'), state: 'implementing' },
    { by: 'education', send: 'completeConstruction', data: { completedOn: '2025-04-14' }, state: 'construction.completed' },
    line.implemented('education', '2025-04-21', 'change'),
  ],
};

const twenty = { increaseFen: wan(20), decreaseFen: wan(20) };
export const decidedFirst: Story = {
  title: '先登记自主调整决定：自决定之日起5个工作日内报备案；不符合条件的不能自主决定；逾期报备案的照样受理，并予提示',
  clauses: ['2.3.3b', '2.3.3f'],
  ...of('education'),
  declare: project.declarationOf('考试报名平台', four),
  steps: [
    ...line.building('education', four),
    ...line.begun('education', '2025-04-07', 'change', { ...twenty, goalUnchanged: false }),
    { at: 'change', by: 'education', send: 'recordDecision', data: { decidedOn: '2025-04-07' }, refused: ['change.goal-unchanged'], clause: '2.3.3b' },
    { at: 'change', by: 'education', send: 'revise', data: { changes: { goalUnchanged: true } } },
    { at: 'change', by: 'education', send: 'recordDecision', data: { decidedOn: '2025-04-08' }, refused: ['date.decidedOn-not-in-future'] },
    { at: 'change', by: 'education', send: 'recordDecision', data: { decidedOn: '2025-04-01' }, state: 'decided' },
    { at: 'change', by: 'education', send: 'recordDecision', data: { decidedOn: '2025-04-07' }, state: 'decided' },
    { on: '2025-04-21', at: 'change', by: 'education', send: 'fileChange', data: { decidedOn: '2025-04-07' }, state: 'filing.reviewing' },
    { on: '2025-04-23', at: 'change', by: 'data-bureau', send: 'acknowledge', state: 'implementing' },
  ],
};

export const decidedThenApproval: Story = {
  title: '登记自主调整决定后内容又有变化：改为报批，报备案的期限随之取消',
  clauses: ['2.3.3b', '2.3.3f'],
  ...of('education'),
  declare: project.declarationOf('学籍管理平台', four),
  steps: [
    ...line.building('education', four),
    ...line.begun('education', '2025-04-07', 'change', twenty),
    { at: 'change', by: 'education', send: 'recordDecision', data: { decidedOn: '2025-04-07' }, state: 'decided' },
    { at: 'change', by: 'education', send: 'revise', data: { changes: { goalUnchanged: false } }, state: 'decided' },
    { at: 'change', by: 'education', send: 'fileChange', data: { decidedOn: '2025-04-07' }, refused: ['change.goal-unchanged'] },
    { on: '2025-04-21', at: 'change', by: 'education', send: 'submitChange', data: { decidedOn: '2025-04-21' }, state: 'examination.reviewing' },
  ],
};

const eight = wan(800);
export const cumulative: Story = {
  title: '多次自主调整合并计算：累计恰为100万元可以，再多一分须报批',
  clauses: ['2.3.3b'],
  ...of('education'),
  declare: project.declarationOf('县域教育数据中台', eight),
  steps: [
    ...line.building('education', eight),
    ...line.filed('education', '2025-06-02', 'first', { increaseFen: wan(70), decreaseFen: wan(70) }),
    line.acknowledged('first'),
    ...line.filed('education', '2025-06-09', 'second', { increaseFen: wan(20), decreaseFen: wan(30) }),
    line.acknowledged('second'),
    ...line.begun('education', '2025-06-16', 'third', { increaseFen: 1, decreaseFen: 1 }),
    { at: 'third', by: 'education', send: 'fileChange', data: { decidedOn: '2025-06-16' }, refused: ['change.amount-within'] },
    { by: 'education', begin: 'change-request', at: 'fourth', naming: (known) => ({ project: known.id(), ...line.content }), refused: ['change.only-open'] },
    { at: 'third', by: 'education', send: 'revise', data: { changes: { decreaseFen: 0 } } },
    { at: 'third', by: 'education', send: 'fileChange', data: { decidedOn: '2025-06-16' }, state: 'filing.reviewing' },
    {
      by: 'education',
      begin: 'change-request',
      at: 'fourth',
      naming: (known) => ({ project: known.id(), ...line.content }),
      refused: ['change.none-in-filing'],
    },
    line.acknowledged('third'),
    ...line.begun('education', '2025-06-23', 'fifth', { increaseFen: wan(10), decreaseFen: 0 }),
    { at: 'fifth', by: 'education', send: 'fileChange', data: { decidedOn: '2025-06-23' }, refused: ['change.total-within-budget', 'change.amount-within'] },
    { at: 'fifth', by: 'education', send: 'revise', data: { changes: { increaseFen: wan(10) - 1 } } },
    { at: 'fifth', by: 'education', send: 'fileChange', data: { decidedOn: '2025-06-23' }, state: 'filing.reviewing' },
    { at: 'fifth', by: 'data-bureau', send: 'declineFiling', data: { reason: '建设目标实际有变化' }, state: 'drafting' },
    { at: 'fifth', by: 'education', send: 'withdraw', data: { reason: '并入下一次变更' }, state: 'withdrawn' },
  ],
};

const two = wan(240);
export const scheduleOnly: Story = {
  title: '只调整工期：属于业务发展需要的，报备案即可',
  clauses: ['2.3.3e', '2.3.3b'],
  ...of('health'),
  declare: project.declarationOf('公共卫生应急平台', two),
  steps: [
    ...line.building('health', two),
    ...line.begun('health', '2025-04-07', 'change', { contentNeedsAdjustment: false, scheduleDays: 60 }),
    { at: 'change', by: 'health', send: 'fileChange', data: { decidedOn: '2025-04-07' }, refused: ['change.content-needed'] },
    { at: 'change', by: 'health', send: 'revise', data: { changes: { reason: 'business' } } },
    {
      at: 'change',
      by: 'health',
      send: 'fileChange',
      data: { decidedOn: '2025-04-07' },
      refused: ['change.within-approved-plan', 'change.plan-documented'],
      clause: '2.3.3e',
    },
    { at: 'change', by: 'health', send: 'revise', data: { changes: { withinApprovedPlan: true } } },
    { at: 'change', upload: 'approvedPlan', by: 'health', send: 'fileChange', data: { decidedOn: '2025-04-07' }, state: 'filing.reviewing' },
    { on: '2025-04-14', at: 'change', by: 'data-bureau', send: 'acknowledge', state: 'implementing' },
    { by: 'health', send: 'completeConstruction', data: { completedOn: '2025-04-14' } },
    ...project.tried('health', '2025-04-15'),
    { on: '2025-07-16', by: 'health', send: 'recordPreliminaryAcceptance', data: { date: '2025-07-16', conclusion: 'passed' } },
    ...project.bureauAccepted('health', '2025-07-17', 3),
    {
      by: 'health',
      begin: 'change-request',
      at: 'late',
      naming: (known) => ({ project: known.id(), ...line.content }),
      refused: ['change.before-acceptance'],
      clause: '2.4.2a',
    },
  ],
};

export const everythingWrong: Story = {
  title: '自主调整的条件一个都不满足：一次说全，只能报批',
  clauses: ['2.3.3a', '2.3.3b', '2.3.3f'],
  ...of('education'),
  declare: project.declarationOf('教学资源平台', four),
  steps: [
    {
      by: 'education',
      begin: 'change-request',
      at: 'early',
      naming: (known) => ({ project: known.id(), ...line.content }),
      refused: ['change.budget-approved'],
      clause: '2.3.3a',
    },
    ...line.building('education', four),
    ...line.begun('education', '2025-04-07', 'change', {
      reason: 'other',
      increaseFen: wan(100) + 1,
      decreaseFen: 0,
      goalUnchanged: false,
      contentNeedsAdjustment: false,
    }),
    { at: 'change', by: 'education', send: 'fileChange', data: { decidedOn: '2025-04-07' }, refused: allConditions },
    { at: 'change', by: 'education', send: 'submitChange', data: { decidedOn: '2025-04-07' }, state: 'examination.reviewing' },
    { at: 'change', by: 'education', send: 'fileChange', data: { decidedOn: '2025-04-07' }, notApplicable: true },
    { on: '2025-04-14', at: 'change', by: 'data-bureau', send: 'reject', data: { reason: '必要性不足' }, state: 'rejected' },
    { by: 'education', send: 'completeConstruction', data: { completedOn: '2025-04-14' }, state: 'construction.completed' },
  ],
};
