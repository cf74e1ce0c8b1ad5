import type { Story } from '#machines/kit/testing/story.js';
import * as project from '../../project/testing/lines.js';
import * as line from '../testing/lines.js';

/** Orders, reports and reviews, with what is refused on the way. */

const education = { procedure: 'project', by: 'education', on: '2025-01-06' } as const;

export const inTime: Story = {
  title: '限期整改：期限最长三个月；按期报告，退回补正后复核合格',
  clauses: ['2.6.3b', '2.6.1a', '2.6.2'],
  ...education,
  declare: project.declarationOf('学籍管理系统', line.fen),
  steps: [
    ...line.contracted('education'),
    { ...line.ordered('整改', { until: '2025-06-04' }), on: '2025-03-03', refused: ['rectification.limit-within-max'] },
    { ...line.ordered('整改', { until: '2025-03-03' }, { clause: '9.9' }), refused: ['rectification.limit-ahead', 'rectification.clauses-known'] },
    { ...line.ordered('整改', { days: 10 }, { by: 'finance' }), notYourStep: true },
    {
      begin: 'rectification',
      at: '整改',
      by: 'data-bureau',
      data: {
        project: 'XM-2024-0404',
        number: '青数整〔2025〕1号',
        source: 'audit',
        basis: '审计报告',
        problems: [{ text: '问题', clause: '2.4.4' }],
        limit: { days: 10 },
      },
      refused: ['rectification.project-known'],
    },
    { ...line.ordered('整改', { until: '2025-06-03' }), state: 'open.awaitingReport' },
    {
      at: '整改',
      by: 'data-bureau',
      send: 'criticise',
      data: line.decided('2025-03-03', '未整改'),
      refused: ['rectification.grounds-established', 'date.date-in-order'],
    },
    { on: '2025-04-07', at: '整改', by: 'education', send: 'reportRectification', data: { report: '已整改' }, refused: ['document.rectificationReport'] },
    line.reported('整改', 'education'),
    { at: '整改', by: 'finance', send: 'leaveOpinion', data: { text: '资金使用情况已核对' } },
    { at: '整改', by: 'supervisor', send: 'confirmRectification', data: {}, refused: ['rectification.orderer-speaks'] },
    { at: '整改', by: 'data-bureau', send: 'returnForCorrection', data: { items: '缺少佐证材料' }, state: 'review.correcting' },
    { at: '整改', by: 'data-bureau', send: 'failRectification', data: { reason: '材料不全' }, refused: ['rectification.reply-awaited'] },
    { at: '整改', by: 'education', send: 'resubmit', data: { reply: '已补充佐证材料' }, state: 'review.reviewing' },
    { at: '整改', by: 'data-bureau', send: 'confirmRectification', data: { opinion: '问题已解决' }, state: 'closed' },
  ],
};

export const ownProject: Story = {
  title: '县数据资源管理局自己的项目：由县政府督查责令整改和复核；发错的通知可以撤销',
  clauses: ['2.6.2', '2.6.3b', '2.6.1a'],
  procedure: 'project',
  by: 'data-bureau',
  on: '2025-03-03',
  declare: project.declarationOf('政务云资源管理平台', line.fen),
  steps: [
    { ...line.ordered('整改', { days: 30 }), refused: ['rectification.not-own-project'] },
    { ...line.ordered('发错的通知', { days: 30 }, { by: 'supervisor' }), state: 'open.awaitingReport' },
    {
      at: '发错的通知',
      by: 'supervisor',
      send: 'revokeOrder',
      data: line.decided('2025-03-02', '问题不成立', '督查撤〔2025〕1号'),
      refused: ['date.date-in-order'],
    },
    { at: '发错的通知', by: 'supervisor', send: 'revokeOrder', data: line.decided('2025-03-03', '问题不成立', '督查撤〔2025〕1号'), state: 'revoked' },
    { ...line.ordered('整改', { days: 30 }, { by: 'supervisor' }) },
    { on: '2025-04-07', ...line.reported('整改', 'data-bureau') },
    { at: '整改', by: 'data-bureau', send: 'confirmRectification', data: {}, refused: ['rectification.orderer-speaks', 'office.not-own-case'] },
    { at: '整改', by: 'supervisor', send: 'failRectification', data: { reason: '仍有两项未改' }, state: 'open.disposing' },
    { at: '整改', by: 'data-bureau', send: 'criticise', data: line.decided('2025-04-07', '复核不合格'), refused: ['office.not-own-case'] },
    { at: '整改', by: 'supervisor', send: 'setNewLimit', data: { limit: { days: 15 }, reason: '继续整改' }, state: 'open.awaitingReport' },
    { on: '2025-04-14', ...line.reported('整改', 'data-bureau') },
    { at: '整改', by: 'supervisor', send: 'confirmRectification', data: {}, state: 'closed' },
  ],
};
