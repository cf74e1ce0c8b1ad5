import type { Story } from '#machines/kit/testing/story.js';

export const passedOn: Story = {
  title: '改派以后，原部门的转办、加签、委派一并结束，新部门从头办理',
  clauses: ['2.1.2d', '2.6.2'],
  by: 'rongcheng-town',
  on: '2026-01-05',
  declare: { title: '村级卫生室视频会诊', target: 'health', content: '十二个村卫生室与县医院会诊', classified: false },
  steps: [
    { by: 'rongcheng-town', send: 'submitNeed', state: 'answering.reviewing' },
    { by: 'health', send: 'addSigners', data: { to: ['unit:finance'], question: '资金如何安排' } },
    { by: 'rongcheng-town', send: 'recall', data: { reason: '想改派' }, refused: ['office.last-step-ours'], clause: '1.2.3' },
    { by: 'health', send: 'delegate', data: { to: 'county-hospital', reason: '请测算设备' } },
    { by: 'health', send: 'transfer', data: { to: 'health-deputy', reason: '出差' } },
    {
      by: 'health-deputy',
      send: 'returnForCorrection',
      data: { items: '请补充' },
      refused: ['office.signers-answered', 'office.delegation-reported'],
      clause: '2.6.2',
    },
    { by: 'data-bureau', send: 'redirect', data: { target: 'education', reason: '由县教体局牵头' }, state: 'answering.reviewing' },
    { by: 'health-deputy', send: 'agreeToTakeUp', data: { arrangement: '由我委办理' }, notYourStep: true },
    { by: 'education', send: 'agreeToTakeUp', data: { arrangement: '与校医室会诊一并建设' }, state: 'coordinating.reviewing' },
  ],
};
