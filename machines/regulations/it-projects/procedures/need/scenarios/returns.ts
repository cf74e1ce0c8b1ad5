import type { Story } from '#machines/kit/testing/story.js';

/**
 * The department takes its answer back, or the bureau sends the need back to it. In both cases the department answers
 * anew.
 */

export const answeredAnew: Story = {
  title: '统筹部门撤回答复；县局退回部门重新研究，以前的答复保留',
  clauses: ['2.1.2d', '1.2.3'],
  by: 'rongcheng-town',
  on: '2026-01-05',
  declare: { title: '村卫生室远程会诊', target: 'health', content: '村卫生室与县医院视频会诊', classified: false },
  steps: [
    { by: 'rongcheng-town', send: 'submitNeed', state: 'answering.reviewing' },
    { by: 'health', send: 'returnForCorrection', data: { items: '请补充', to: 'department' }, refused: ['return.to-applicant-only'] },
    { by: 'health', send: 'declineToTakeUp', data: { reason: '没有资金' }, state: 'coordinating.reviewing' },
    { by: 'health', send: 'recall', data: { reason: '重新研究' }, state: 'answering.reviewing' },
    { by: 'health', send: 'declineToTakeUp', data: { reason: '今年没有资金' }, state: 'coordinating.reviewing' },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '请研究列入明年', to: 'department' }, state: 'answering.reviewing' },
    { by: 'health', send: 'agreeToTakeUp', data: { arrangement: '列入明年' }, state: 'coordinating.reviewing' },
    { by: 'data-bureau', send: 'takeUp', data: { arrangement: '列入明年' }, state: 'takenUp' },
  ],
};
