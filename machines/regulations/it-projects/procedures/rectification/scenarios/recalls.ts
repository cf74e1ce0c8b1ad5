import type { Story } from '#machines/kit/testing/story.js';
import * as project from '../../project/testing/lines.js';
import * as line from '../testing/lines.js';

/** A step on which nobody has acted is taken back to where it came from. */

export const takenBack: Story = {
  title: '整改报告、补正、退回在办理之前可以撤回，回到原来的环节',
  clauses: ['2.6.3b', '1.2.3'],
  procedure: 'project',
  by: 'education',
  on: '2025-01-06',
  declare: project.declarationOf('学生体质监测系统', line.fen),
  steps: [
    ...line.contracted('education'),
    { on: '2025-03-03', ...line.ordered('整改', { days: 28 }) },
    line.reported('整改', 'education'),
    ...line.about('整改', [
      { by: 'education', send: 'recall', data: { reason: '漏报一项' }, state: 'open.awaitingReport' },
      { by: 'education', send: 'reportRectification', data: { report: '已逐项整改' }, state: 'review.reviewing' },
      { by: 'data-bureau', send: 'returnForCorrection', data: { items: '缺少佐证' }, state: 'review.correcting' },
      { by: 'supervisor', send: 'recall', data: { reason: '已有佐证' }, refused: ['rectification.orderer-speaks', 'office.last-step-ours'] },
      { by: 'data-bureau', send: 'recall', data: { reason: '已有佐证' }, state: 'review.reviewing' },
      { by: 'education', send: 'recall', data: { reason: '再补充' }, refused: ['office.last-step-ours'] },
      { by: 'data-bureau', send: 'returnForCorrection', data: { items: '缺少照片' }, state: 'review.correcting' },
      { by: 'education', send: 'resubmit', data: { reply: '已补充' }, state: 'review.reviewing' },
      { by: 'education', send: 'recall', data: { reason: '照片有误' }, state: 'review.correcting' },
      { by: 'education', send: 'resubmit', data: { reply: '已更换' }, state: 'review.reviewing' },
      { by: 'data-bureau', send: 'failRectification', data: { reason: '仍有两项未改' }, state: 'open.disposing' },
      { by: 'data-bureau', send: 'criticise', data: line.decided('2025-03-03', '复核不合格'), state: 'open.underMeasure' },
      { by: 'education', send: 'reportRectification', data: { report: '其余两项已整改' }, state: 'review.reviewing' },
      { by: 'education', send: 'recall', data: { reason: '尚有一项未完成' }, state: 'open.underMeasure' },
      { by: 'education', send: 'reportRectification', data: { report: '全部整改' }, state: 'review.reviewing' },
      { by: 'data-bureau', send: 'confirmRectification', data: {}, state: 'closed' },
    ]),
  ],
};
