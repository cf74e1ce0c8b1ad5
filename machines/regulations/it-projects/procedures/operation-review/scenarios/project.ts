import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as project from '../../project/testing/lines.js';
import * as line from '../testing/lines.js';

/**
 * An operation project whose plan and budget are reviewed in another case. The conclusion is its approval (二(五)4).
 */

const of = (by: string) => ({ procedure: 'project', by, on: '2025-01-06' }) as const;
const declared = (fen: number) => project.declarationOf('卫健平台运维', fen, { projectType: 'operation' });

const operation = wan(120);
const approved = wan(110);
export const approvesProject: Story = {
  title: '运维项目：财政与县局会审，审定的金额就是项目的概算，无试运行，验收报备',
  clauses: ['2.5.4', '2.1.4', '2.3.3a', '3.3a'],
  ...of('health'),
  declare: declared(operation),
  steps: [
    ...project.pooled('health', '2025-01-07'),
    {
      by: 'health',
      begin: 'operation-review',
      at: '未列入计划',
      naming: ({ id }) => ({ ...line.operationOf('卫健平台', operation, 2025), projectId: id() }),
      refused: ['operation.project-awaits'],
      clause: '2.1.4',
    },
    ...project.planned('health', '2025-01-20', 2026),
    {
      state: 'approval.operationReview',
      by: 'health',
      send: 'submitCombined',
      data: project.design(operation),
      refused: ['approval.operation-reviewed'],
      clause: '2.5.4',
    },
    { ...project.approve('2025-01-20', operation), refused: ['approval.operation-reviewed'] },
    {
      by: 'health',
      send: 'publishTender',
      data: { method: 'openTender', publishedOn: '2025-01-20', quotes: 3, noExclusiveTerms: true, ipClause: true },
      clause: '2.1.4',
    },
    line.begun('health', '2025-02-10', '审核', operation),
    ...line.reviewed('health', '2025-02-10', '审核', approved),
    {
      state: 'procurement.preparing',
      by: 'health',
      begin: 'operation-review',
      at: '重复审核',
      naming: ({ id }) => ({ ...line.operationOf('卫健平台', operation, 2025), projectId: id() }),
      refused: ['operation.project-awaits'],
    },
    { by: 'health', send: 'withdraw', data: { reason: '不再运维' }, refused: ['standing.withdrawable'] },
    { by: 'data-bureau', send: 'publishApproval', data: { publishedOn: '2025-02-09', where: '县政府网站' }, refused: ['date.publishedOn-after-approval'] },
    { by: 'data-bureau', send: 'publishApproval', data: { publishedOn: '2025-02-10', where: '县政府网站' } },
    {
      by: 'finance',
      send: 'confirmFunds',
      data: { number: '青财〔2025〕1号', date: '2025-02-10', amountFen: operation },
      refused: ['contract.within-budget'],
      clause: '2.3.3a',
    },
    ...project.contracted('health', '2025-02-24', approved),
    ...project.built('health', '2025-03-03', '2026-03-02'),
    { state: 'acceptance.preparing', by: 'archives', send: 'recordArchiveAcceptance', data: { result: 'passed', date: '2026-03-02' } },
    ...project.selfAccepted('health', '2026-03-09'),
  ],
};

export const secondReview: Story = {
  title: '运维项目的审核不通过或者撤销：项目仍待审查，可以再报；不能同时报两件，主管部门不能代报',
  clauses: ['2.5.4', '2.2.5'],
  ...of('county-hospital'),
  declare: declared(operation),
  steps: [
    ...project.pooled('county-hospital', '2025-01-07', 'health'),
    ...project.planned('county-hospital', '2025-01-20', 2026, 'health'),
    {
      by: 'health',
      begin: 'operation-review',
      at: '代报',
      naming: ({ id }) => ({ ...line.operationOf('卫健平台', operation, 2025), projectId: id() }),
      refused: ['operation.own-project'],
      clause: '2.2.5',
    },
    line.begun('county-hospital', '2025-02-10', '第一次', operation),
    {
      by: 'county-hospital',
      begin: 'operation-review',
      at: '同时',
      naming: ({ id }) => ({ ...line.operationOf('卫健平台', operation, 2025), projectId: id() }),
      refused: ['operation.only-review'],
      clause: '2.5.4',
    },
    ...line.at('第一次', [
      { upload: line.PAPERS, by: 'county-hospital', send: 'submitOperation', state: 'endorsement.reviewing' },
      { by: 'health', send: 'endorse', state: 'review.reviewing' },
      { by: 'finance', send: 'rejectOperation', data: { reason: '与上年重复' }, state: 'rejected' },
    ]),
    { state: 'approval.operationReview' },
    line.begun('county-hospital', '2025-02-17', '第二次', operation),
    { at: '第二次', by: 'county-hospital', send: 'withdraw', data: { reason: '重新测算' }, state: 'withdrawn' },
    { state: 'approval.operationReview' },
    line.begun('county-hospital', '2025-02-24', '第三次', wan(90)),
    ...line.at('第三次', [
      { upload: line.PAPERS, by: 'county-hospital', send: 'submitOperation' },
      { by: 'health', send: 'endorse' },
      line.agree('finance'),
      line.agree('data-bureau'),
      ...line.experts('2025-02-24'),
    ]),
    project.suspendedOn('2025-02-24', '资金检查'),
    ...line.at('第三次', [{ ...line.conclude('2025-02-24', wan(90)), refused: ['operation.project-awaits'] }]),
    { on: '2025-03-03', by: 'data-bureau', send: 'resume', data: { reason: '检查结束' } },
    ...line.at('第三次', [{ ...line.conclude('2025-03-03', wan(90)), state: 'concluded' }]),
    { state: 'procurement.preparing' },
  ],
};

export const endsWithProject: Story = {
  title: '运维项目撤回：正在办理的审核随之结束',
  clauses: ['2.5.4', '2.6.3b'],
  ...of('health'),
  declare: declared(operation),
  steps: [
    ...project.pooled('health', '2025-01-07'),
    ...project.planned('health', '2025-01-20', 2026),
    line.begun('health', '2025-02-10', '审核', operation),
    { at: '审核', upload: line.PAPERS, by: 'health', send: 'submitOperation', state: 'review.reviewing' },
    { by: 'health', send: 'withdraw', data: { reason: '系统停用' }, state: 'withdrawn' },
    { at: '审核', state: 'lapsed' },
  ],
};
