import type { Step, Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as change from '../../change-request/testing/lines.js';
import * as rectification from '../../rectification/testing/lines.js';
import * as line from '../testing/lines.js';

/**
 * What holds up acceptance and the end: a request too early, a trial that runs to its last day, a lowered budget, an
 * open order.
 */

const by = 'education';
const begun = { by, on: '2025-01-06' } as const;
const tried = (fen: number, on = '2025-04-08'): Step[] => [
  ...line.pooled(by, '2025-01-07'),
  ...line.planned(by, '2025-01-20', 2026),
  ...line.approvedInOneStep(by, '2025-02-10', fen),
  ...line.contracted(by, '2025-02-24', fen),
  ...line.built(by, '2025-03-03', '2025-04-07'),
  ...line.tried(by, on),
];
const accepted = (day: string) => ({ conclusion: 'passed', concludedOn: day, checklist: line.checklist });
const concluded = (day: string) => ({ ...accepted(day), experts: line.panel(5) });

export const tooEarlyBelow: Story = {
  title: '自行验收的项目提前办理验收：一次说全本轨道上的理由；县局验收不适用，只说这一条；通过验收后不再提示',
  clauses: ['2.4.1', '2.4.2b', '2.4.4', '2.1.6'],
  ...begun,
  declare: line.declarationOf('校园广播系统', wan(50)),
  steps: [
    { by: 'data-bureau', send: 'concludeAcceptance', data: concluded('2025-01-06'), refused: ['trial.ended'] },
    ...tried(wan(50)),
    {
      by,
      send: 'selfAccept',
      data: accepted('2025-04-08'),
      refused: ['trial.ended', 'acceptance.archives-accepted', 'acceptance.security-evidence', 'acceptance.cryptography-evidence'],
    },
    { by, send: 'applyForAcceptance', data: { checklist: line.checklist }, refused: ['acceptance.bureau-accepts'] },
    { by: 'data-bureau', send: 'concludeAcceptance', data: concluded('2025-04-08'), refused: ['acceptance.bureau-accepts'] },
    { on: '2025-07-09', by: 'archives', send: 'recordArchiveAcceptance', data: { result: 'passed', date: '2025-07-09' } },
    { upload: line.EVIDENCE, by, send: 'selfAccept', data: accepted('2025-07-09'), state: 'acceptance.filing' },
    { by, send: 'selfAccept', data: accepted('2025-07-09'), notApplicable: true },
    { by, send: 'applyForAcceptance', data: { checklist: line.checklist }, notApplicable: true },
    { by: 'data-bureau', send: 'concludeAcceptance', data: concluded('2025-07-09'), notApplicable: true },
  ],
};

export const tooEarlyAbove: Story = {
  title: '县局验收的项目提前办理验收：一次说全理由；不能自行验收',
  clauses: ['2.4.1', '2.4.2c', '2.4.4'],
  ...begun,
  declare: line.declarationOf('校园安防平台', wan(300)),
  steps: [
    ...tried(wan(300)),
    { by, send: 'selfAccept', data: accepted('2025-04-08'), refused: ['acceptance.self-acceptable', 'trial.ended'] },
    {
      by,
      send: 'applyForAcceptance',
      data: { checklist: line.checklist },
      refused: ['trial.ended', 'acceptance.preliminary-first', 'document.preliminaryAcceptanceReport'],
    },
    {
      by: 'data-bureau',
      send: 'concludeAcceptance',
      data: { ...concluded('2025-04-08'), experts: line.panel(2) },
      refused: [
        'trial.ended',
        'acceptance.applied-first',
        'acceptance.archives-accepted',
        'acceptance.security-evidence',
        'acceptance.cryptography-evidence',
        'experts.enough',
      ],
    },
    { on: '2025-07-09', by, send: 'selfAccept', data: accepted('2025-07-09'), refused: ['acceptance.self-acceptable'] },
    ...line.bureauAccepted(by, '2025-07-09'),
    { by, send: 'applyForAcceptance', data: { checklist: line.checklist }, notApplicable: true },
    { by: 'data-bureau', send: 'concludeAcceptance', data: concluded('2025-07-09'), notApplicable: true },
  ],
};

export const toTheLastDay: Story = {
  title: '试运行延长到满六个月的周日为止，次日不可以；期满前未批准的延期申请随期满失效',
  clauses: ['2.4.1'],
  ...begun,
  declare: line.declarationOf('作业管理平台', wan(50)),
  steps: [
    ...tried(wan(50), '2025-04-12'),
    { by, send: 'requestTrialExtension', data: { until: '2025-10-13', reason: '数据迁移' }, refused: ['trial.within-maximum'] },
    { by, send: 'requestTrialExtension', data: { until: '2025-09-28', reason: '数据迁移' }, state: 'trial.period.extensionRequested' },
    { by: 'data-bureau', send: 'approveTrialExtension', state: 'trial.period.running' },
    { on: '2025-09-26', by, send: 'requestTrialExtension', data: { until: '2025-10-12', reason: '仍需调试' }, state: 'trial.period.extensionRequested' },
    { on: '2025-09-28', state: 'trial.period.extensionRequested' },
    { on: '2025-09-29', state: 'acceptance.preparing' },
  ],
};

export const pausedThenExtended: Story = {
  title: '试运行暂停十天后延长两次：上限按停的日子顺延，第二次延长照样计入',
  clauses: ['2.4.1', '2.6.3b'],
  ...begun,
  declare: line.declarationOf('实验室管理系统', wan(50)),
  steps: [
    ...tried(wan(50)),
    { on: '2025-05-06', ...line.suspendedOn('2025-05-06', '安全检查') },
    {
      by,
      send: 'selfAccept',
      data: accepted('2025-05-06'),
      refused: ['standing.not-suspended', 'trial.ended', 'acceptance.archives-accepted', 'acceptance.security-evidence', 'acceptance.cryptography-evidence'],
    },
    { on: '2025-05-16', by: 'data-bureau', send: 'resume', data: { reason: '检查合格' } },
    { by, send: 'requestTrialExtension', data: { until: '2025-09-08', reason: '数据迁移' } },
    { by: 'data-bureau', send: 'approveTrialExtension', state: 'trial.period.running' },
    { on: '2025-09-01', by, send: 'requestTrialExtension', data: { until: '2025-10-19', reason: '仍需调试' }, refused: ['trial.within-maximum'] },
    { by, send: 'requestTrialExtension', data: { until: '2025-10-18', reason: '仍需调试' } },
    { by: 'data-bureau', send: 'approveTrialExtension', state: 'trial.period.running' },
    { on: '2025-10-18', state: 'trial.period.running' },
    { on: '2025-10-20', state: 'acceptance.preparing' },
  ],
};

export const budgetLowered: Story = {
  title: '概算经批准调减到已签合同以下：合同变更到概算以内后才能验收',
  clauses: ['2.3.3a', '2.3.3f', '2.4.2b'],
  ...begun,
  declare: line.declarationOf('阅卷系统', wan(150)),
  steps: [
    ...tried(wan(150)),
    ...change.begun(by, '2025-05-06', '变更', { decreaseFen: wan(30) }),
    { at: '变更', by, send: 'submitChange', data: { decidedOn: '2025-05-06' }, state: 'examination.reviewing' },
    ...change.experts('2025-05-06', '变更', 3),
    { ...change.approve('2025-05-06', '变更'), state: 'implementing' },
    { on: '2025-07-09', by: 'archives', send: 'recordArchiveAcceptance', data: { result: 'passed', date: '2025-07-09' } },
    { upload: line.EVIDENCE, by, send: 'selfAccept', data: accepted('2025-07-09'), refused: ['acceptance.contract-within-budget'] },
    { by, send: 'varyContract', naming: (known) => ({ signedOn: '2025-07-09', amountFen: wan(120), change: known.id('变更') }), state: 'acceptance.preparing' },
    { by, send: 'selfAccept', data: accepted('2025-07-09'), state: 'acceptance.filing' },
  ],
};

export const orderStillOpen: Story = {
  title: '限期整改尚未办结：不能作出评价结论；整改复核合格后办结',
  clauses: ['2.6.3b', '2.4.6b', '1.2.3'],
  ...begun,
  declare: line.declarationOf('课表系统', wan(50)),
  steps: [
    ...tried(wan(50)),
    ...line.selfAccepted(by, '2025-07-14'),
    ...line.archived(by, '2025-07-28'),
    { on: '2026-07-14', ...rectification.ordered('整改', { until: '2026-08-14' }) },
    { upload: 'selfEvaluationReport', by, send: 'submitSelfEvaluation', data: { summary: '运行正常' } },
    { by: 'finance', send: 'acknowledgeSelfEvaluation' },
    { by: 'data-bureau', send: 'concludeEvaluation', data: { grade: 'good' }, refused: ['evaluation.rectifications-closed'], clause: '2.6.3b' },
    { by: 'data-bureau', send: 'orderEvaluationRectification', data: { grade: 'pass', findings: '共享不足' }, state: 'evaluation.rectifying' },
    { by, send: 'reportRectification', data: { report: '已整改' } },
    { by: 'data-bureau', send: 'confirmRectification', refused: ['evaluation.rectifications-closed'] },
    rectification.reported('整改', by),
    { at: '整改', by: 'data-bureau', send: 'confirmRectification', data: {}, state: 'closed' },
    { by: 'data-bureau', send: 'confirmRectification', state: 'evaluation.settling' },
  ],
};

const watched = wan(250);
const [startOf, completionOf] = line.built('education', '2025-03-03', '2025-04-07');
export const supervisorStaysOut: Story = {
  title: '开工时填写监理单位：监理单位的人不能作为专家参加竣工验收',
  clauses: ['2.3.1b', '3.3a'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('校园广播系统', watched),
  steps: [
    ...line.pooled('education', '2025-01-07'),
    ...line.planned('education', '2025-01-20', 2026),
    ...line.approvedInOneStep('education', '2025-02-10', watched),
    ...line.contracted('education', '2025-02-24', watched),
    { ...startOf, data: { ...(startOf!.data as object), supervisor: line.SUPERVISOR } },
    completionOf!,
    ...line.tried('education', '2025-04-08'),
    ...line.bureauAccepted('education', '2025-07-14').slice(0, -1),
    {
      upload: line.EVIDENCE,
      by: 'data-bureau',
      send: 'concludeAcceptance',
      refused: ['experts.independent'],
      clause: '3.3a',
      data: {
        conclusion: 'passed',
        concludedOn: '2025-07-14',
        checklist: line.checklist,
        experts: [...line.panel(2), { number: 'ZJ-009', unit: line.SUPERVISOR.name }],
      },
    },
    ...line.bureauAccepted('education', '2025-07-14', 3).slice(-1),
  ],
};
