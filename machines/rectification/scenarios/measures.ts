import type { Story } from '../../kit/testing/story.js';
import * as project from '../../project/testing/lines.js';
import * as line from '../testing/lines.js';

/** What follows when it is not put right: step by step, and how each measure ends. */

const education = { procedure: 'project', by: 'education', on: '2025-01-06' } as const;

const BUILT = '在建项目';
export const deferred: Story = {
  title: '逾期不改：先通报批评，再暂缓安排建设计划；该单位的计划申请不予受理，整改合格并解除后受理',
  clauses: ['2.6.3b', '2.6.2', '2.1.3a', '2.2.3'],
  procedure: 'project', by: 'education', on: '2025-05-06', declare: project.declarationOf('智慧校园二期', line.fen),
  steps: [
    ...project.pooled('education', '2025-05-07'),
    { begin: 'project', at: BUILT, by: 'education', data: project.declarationOf('智慧校园一期', line.fen) },
    ...line.about(BUILT, project.pooled('education', '2025-05-07')),
    { ...line.ordered('整改', { until: '2025-06-10' }, { of: BUILT, clause: '2.1.2b' }), state: 'open.awaitingReport' },
    { on: '2025-06-10', at: '整改', by: 'data-bureau', send: 'criticise', data: line.decided('2025-06-10', '未整改'), refused: ['rectification.grounds-established', 'date.date-in-order'] },
    { on: '2025-06-11', at: '整改', by: 'data-bureau', send: 'criticise', data: { ...line.decided('2025-06-10', '逾期未整改'), limit: { days: 30 } }, refused: ['date.date-in-order'] },
    { at: '整改', by: 'education', send: 'criticise', data: line.decided('2025-06-11', '逾期未整改'), notYourStep: true },
    { at: '整改', by: 'data-bureau', send: 'criticise', data: { ...line.decided('2025-06-11', '逾期未整改'), limit: { until: '2025-09-12' } }, refused: ['rectification.limit-within-max'] },
    { at: '整改', by: 'data-bureau', send: 'criticise', data: { ...line.decided('2025-06-11', '逾期未整改'), limit: { days: 30 } }, state: 'open.awaitingReport' },
    { on: '2025-07-07', ...line.reported('整改', 'education') },
    { at: '整改', by: 'data-bureau', send: 'failRectification', data: { reason: '仍在重复建设' }, state: 'open.disposing' },
    { at: '整改', by: 'data-bureau', send: 'deferPlan', data: line.decided('2025-07-07', '复核不合格', '青数〔2025〕9号'), state: 'open.underMeasure' },
    { at: '整改', by: 'data-bureau', send: 'deferPlan', data: line.decided('2025-07-07', '再次'), refused: ['rectification.not-deferred-yet'] },
    { on: '2025-08-11', by: 'education', send: 'applyForPlan', data: { planYear: 2026 }, clause: '2.6.3b' },
    { by: 'education', send: 'requestOutOfPlan', data: { reason: '急需' }, refused: ['plan.unit-not-deferred'] },
    { at: '整改', by: 'data-bureau', send: 'liftDeferral', data: line.decided('2025-08-11', '请求解除'), refused: ['rectification.rectified-first'] },
    line.reported('整改', 'education'),
    { at: '整改', by: 'data-bureau', send: 'confirmRectification', data: {}, state: 'awaitingLifting' },
    { by: 'education', send: 'applyForPlan', data: { planYear: 2026 }, clause: '2.6.3b' },
    { at: '整改', by: 'data-bureau', send: 'liftSuspension', data: line.decided('2025-08-11', '整改合格'), refused: ['rectification.suspension-acts'] },
    { at: '整改', by: 'data-bureau', send: 'liftDeferral', data: line.decided('2025-08-11', '整改合格', '青数〔2025〕12号'), state: 'closed' },
    ...project.planned('education', '2025-08-11', 2026),
  ],
};

export const suspended: Story = {
  title: '逾期不改：暂停项目建设，试运行停止计时；解除后把停的日子还给试运行',
  clauses: ['2.6.3b', '2.4.1'],
  ...education, declare: project.declarationOf('平安校园', line.fen),
  steps: [
    ...line.contracted('education'),
    ...project.built('education', '2025-03-03', '2025-04-07'), ...project.tried('education', '2025-04-08'),
    { on: '2025-04-14', ...line.ordered('整改', { until: '2025-05-05' }, { clause: '2.1.6' }) },
    { on: '2025-05-06', at: '整改', by: 'data-bureau', send: 'suspendProject', data: line.decided('2025-05-06', '逾期未整改'), state: 'open.underMeasure' },
    { state: 'standing.suspended' },
    { by: 'education', send: 'requestTrialExtension', data: { until: '2025-09-01', reason: '整改' }, refused: ['standing.not-suspended'] },
    { by: 'data-bureau', send: 'resume', data: { reason: '先恢复' }, refused: ['standing.suspended-by-hand'] },
    { on: '2025-07-14', state: 'trial.period.running' },
    { at: '整改', by: 'data-bureau', send: 'setNewLimit', data: { limit: { days: 28 }, reason: '方案已报' }, state: 'open.awaitingReport' },
    { on: '2025-08-04', ...line.reported('整改', 'education') },
    { at: '整改', by: 'data-bureau', send: 'confirmRectification', data: {}, state: 'awaitingLifting' },
    { on: '2025-08-06', at: '整改', by: 'data-bureau', send: 'liftSuspension', data: line.decided('2025-08-06', '整改合格'), state: 'closed' },
    { state: 'standing.normal' },
    { on: '2025-10-08', state: 'trial.period.running' },
    { on: '2025-10-10', state: 'acceptance.preparing' },
  ],
};

export const twoAtOnce: Story = {
  title: '两个整改案件和审批部门各自暂停同一项目：全部解除后才恢复',
  clauses: ['2.6.3b'],
  ...education, declare: project.declarationOf('教师培训平台', line.fen),
  steps: [
    ...line.contracted('education'),
    { on: '2025-03-03', ...line.ordered('进度整改', { days: 10 }) },
    { ...line.ordered('资金整改', { days: 10 }, { by: 'supervisor', clause: '3.2d' }) },
    { on: '2025-03-14', at: '进度整改', by: 'data-bureau', send: 'suspendProject', data: line.decided('2025-03-14', '逾期未整改') },
    { ...project.suspendedOn('2025-03-14', '另有线索待查'), state: 'standing.suspended' },
    { ...project.suspendedOn('2025-03-14', '再次'), notApplicable: true },
    { at: '资金整改', by: 'data-bureau', send: 'suspendProject', data: line.decided('2025-03-14', '逾期未整改', '青数〔2025〕10号') },
    { on: '2025-03-17', ...line.reported('进度整改', 'education') },
    { at: '进度整改', by: 'data-bureau', send: 'confirmRectification', data: {} },
    { at: '进度整改', by: 'data-bureau', send: 'liftSuspension', data: line.decided('2025-03-17', '整改合格'), state: 'closed' },
    { state: 'standing.suspended' },
    { by: 'data-bureau', send: 'resume', data: { reason: '线索已查清' }, state: 'standing.suspended' },
    { by: 'data-bureau', send: 'resume', data: { reason: '想恢复' }, refused: ['standing.suspended-by-hand'] },
    line.reported('资金整改', 'education'),
    { at: '资金整改', by: 'supervisor', send: 'confirmRectification', data: {} },
    { at: '资金整改', by: 'data-bureau', send: 'liftSuspension', data: line.decided('2025-03-17', '整改合格'), state: 'closed' },
    { state: 'standing.normal' },
  ],
};

export const terminated: Story = {
  title: '督查责令整改，屡改不合格：暂停、终止项目；暂缓安排计划另行解除',
  clauses: ['2.6.3b', '2.6.4', '2.6.2'],
  ...education, declare: project.declarationOf('考试巡查系统', line.fen),
  steps: [
    ...line.contracted('education'),
    { on: '2025-03-03', ...line.ordered('整改', { days: 28 }, { by: 'supervisor' }) },
    { on: '2025-03-31', ...line.reported('整改', 'education') },
    { at: '整改', by: 'supervisor', send: 'failRectification', data: { reason: '未见实质整改' } },
    { at: '整改', by: 'supervisor', send: 'suspendProject', data: line.decided('2025-03-31', '复核不合格'), notYourStep: true },
    { at: '整改', by: 'data-bureau', send: 'suspendProject', data: { ...line.decided('2025-03-31', '复核不合格'), limit: { days: 30 } }, state: 'open.awaitingReport' },
    { state: 'standing.suspended' },
    { at: '整改', by: 'data-bureau', send: 'terminateProject', data: { ...line.decided('2025-03-31', '拒不整改'), cause: 'subjective' }, refused: ['rectification.grounds-established', 'date.date-in-order'] },
    { on: '2025-05-06', at: '整改', by: 'data-bureau', send: 'deferPlan', data: line.decided('2025-05-06', '逾期未整改', '青数〔2025〕11号'), state: 'open.underMeasure' },
    { at: '整改', by: 'data-bureau', send: 'terminateProject', data: { ...line.decided('2025-05-06', '拒不整改', '青数〔2025〕12号'), cause: 'subjective' }, state: 'awaitingLifting' },
    { state: 'terminated' },
    { by: 'education', send: 'startConstruction', data: { startedOn: '2025-05-06' }, notApplicable: true },
    { at: '整改', by: 'data-bureau', send: 'liftSuspension', data: line.decided('2025-05-06', '随项目终止'), refused: ['rectification.suspension-acts'] },
    { on: '2025-09-01', at: '整改', by: 'data-bureau', send: 'liftDeferral', data: line.decided('2025-09-01', '责任已追究'), state: 'projectTerminated' },
  ],
};

export const liftedByException: Story = {
  title: '处置有误：批准例外后提前解除，整改继续；逾期整改照样复核',
  clauses: ['2.6.2', '2.6.3b'],
  ...education, declare: project.declarationOf('数字图书馆', line.fen),
  steps: [
    ...line.contracted('education'),
    { on: '2025-03-03', ...line.ordered('整改', { days: 10 }) },
    { on: '2025-03-14', at: '整改', by: 'data-bureau', send: 'suspendProject', data: line.decided('2025-03-14', '逾期未整改') },
    { at: '整改', by: 'data-bureau', send: 'liftSuspension', data: line.decided('2025-03-17', '暂停不当'), refused: ['rectification.rectified-first', 'date.date-not-in-future'] },
    { at: '整改', by: 'data-bureau', send: 'revokeOrder', data: line.decided('2025-03-14', '撤销'), refused: ['rectification.nothing-in-force'] },
    {
      at: '整改', upload: 'measureDecision', by: 'data-bureau', send: 'grantException',
      naming: (known) => ({ rule: 'rectification.rectified-first', reason: '暂停影响考试组织', number: '青数〔2025〕9号', date: '2025-03-14', document: known.document('measureDecision', '整改') }),
    },
    { at: '整改', by: 'data-bureau', send: 'liftSuspension', data: line.decided('2025-03-14', '暂停不当'), state: 'open.underMeasure' },
    { state: 'standing.normal' },
    { on: '2025-04-07', ...line.reported('整改', 'education') },
    { at: '整改', by: 'data-bureau', send: 'confirmRectification', data: {}, state: 'closed' },
  ],
};
