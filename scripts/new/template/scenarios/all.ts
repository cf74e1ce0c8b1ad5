import type { Story } from '#machines/kit/testing/story.js';
import { CLAUSE } from '../clause.js';
import { declared } from '../testing/ground.js';

const begun = { clauses: [CLAUSE], by: 'education', on: '2026-01-05', declare: declared };

const approved: Story = {
  title: '示例申请：退回补正后同意',
  ...begun,
  steps: [
    { by: 'education', begin: 'sample-request', at: '日期已过的申请', data: { ...declared, neededOn: '2026-01-04' }, refused: ['sampleRequest.needed-ahead'] },
    { upload: 'request', by: 'education', send: 'submit', state: 'examination.reviewing' },
    { by: 'education', send: 'recall', data: { reason: '内容没有写全' }, state: 'drafting' },
    { by: 'education', send: 'submit' },
    { by: 'education', send: 'approve', notYourStep: true },
    { on: '2026-01-07', by: 'data-bureau', send: 'returnForCorrection', data: { items: '请说明用途' }, state: 'examination.correcting' },
    { by: 'education', send: 'resubmit', data: { reply: '用途已经写明' }, state: 'examination.reviewing' },
    { by: 'data-bureau', send: 'approve', state: 'approved' },
  ],
};

const declined: Story = {
  title: '示例申请：不同意并说明理由',
  ...begun,
  steps: [
    { by: 'education', send: 'submit' },
    { by: 'data-bureau', send: 'decline', data: { reason: '已经有同样的申请' }, state: 'declined' },
    { by: 'education', send: 'submit', notApplicable: true },
  ],
};

const withdrawn: Story = {
  title: '示例申请：单位自行撤销',
  ...begun,
  steps: [{ by: 'education', send: 'withdraw', data: { reason: '不再需要' }, state: 'withdrawn' }],
};

export const stories: readonly Story[] = [approved, declined, withdrawn];
