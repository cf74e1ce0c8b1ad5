import type { Story } from '#machines/kit/testing/story.js';
import { declared } from '../testing/ground.js';
import { agree, conclude, experts, PAPERS } from '../testing/lines.js';

/** A review sent back further than to correction, and a review taken back. */

export const furtherBack: Story = {
  title: '会审退回主管部门、退回重新编制：已出具的意见保留可查；主管部门撤回同意',
  clauses: ['2.5.4', '2.2.5', '1.2.3'],
  by: 'county-hospital',
  on: '2026-01-05',
  declare: declared,
  steps: [
    { upload: PAPERS, by: 'county-hospital', send: 'submitOperation' },
    { by: 'health', send: 'returnForCorrection', data: { items: '请重新编制', to: 'preparation' }, refused: ['return.to-applicant-only'] },
    { by: 'health', send: 'endorse', state: 'review.reviewing' },
    { by: 'health', send: 'recall', data: { reason: '预算尚需核对' }, state: 'endorsement.reviewing' },
    { by: 'health', send: 'endorse', state: 'review.reviewing' },
    agree('finance'),
    { by: 'health', send: 'recall', data: { reason: '再核对' }, refused: ['office.last-step-ours'] },
    { by: 'finance', send: 'returnForCorrection', data: { items: '请主管部门核对服务数量', to: 'superior' }, state: 'endorsement.reviewing' },
    { ...agree('data-bureau'), refused: ['endorsement.first'] },
    { by: 'health', send: 'endorse', state: 'review.reviewing' },
    agree('finance'),
    { ...agree('data-bureau'), state: 'concluding' },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '请主管部门说明资源使用情况', to: 'superior' }, state: 'endorsement.reviewing' },
    { by: 'health', send: 'endorse', state: 'review.reviewing' },
    { ...agree('data-bureau'), state: 'concluding' },
    { by: 'finance', send: 'returnForCorrection', data: { items: '服务目录已调整，请重新编制', to: 'preparation' }, state: 'drafting' },
    { by: 'county-hospital', send: 'submitOperation' },
    { by: 'health', send: 'endorse' },
    agree('finance'),
    agree('data-bureau'),
    ...experts('2026-01-05'),
    { ...conclude('2026-01-05', declared.totalFen), state: 'concluded' },
  ],
};

export const withoutDepartment: Story = {
  title: '没有主管部门的单位：会审不能退回主管部门',
  clauses: ['2.5.4', '1.2.3'],
  by: 'health',
  on: '2026-01-05',
  declare: declared,
  steps: [
    { upload: PAPERS, by: 'health', send: 'submitOperation', state: 'review.reviewing' },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '请重新审核', to: 'superior' }, refused: ['return.step-passed'], clause: '1.2.3' },
    agree('finance'),
    { ...agree('data-bureau'), state: 'concluding' },
    { by: 'finance', send: 'returnForCorrection', data: { items: '请重新审核', to: 'superior' }, refused: ['return.step-passed'] },
    { by: 'finance', send: 'returnForCorrection', data: { items: '请补充说明' }, state: 'review.correcting' },
  ],
};

export const otherWork: Story = {
  title: '补正核减了金额、换了服务内容或者换了材料：主管部门、会审部门和专家都要重来',
  clauses: ['2.5.4', '2.2.5', '3.3a'],
  by: 'county-hospital',
  on: '2026-01-05',
  declare: declared,
  steps: [
    { upload: PAPERS, by: 'county-hospital', send: 'submitOperation' },
    { by: 'health', send: 'endorse' },
    agree('finance'),
    ...experts('2026-01-05'),
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '核减驻场单价' } },
    {
      by: 'county-hospital',
      send: 'resubmit',
      data: { reply: '已核减', changes: { totalFen: 19_200_000, items: [{ ...declared.items[0]!, unitPriceFen: 1_400_000 }, declared.items[1]!] } },
      state: 'endorsement.reviewing',
    },
    { by: 'finance', send: 'agreeToOperation', data: {}, refused: ['endorsement.first'], clause: '2.2.5' },
    { by: 'health', send: 'endorse', state: 'review.reviewing' },
    agree('data-bureau'),
    ...experts('2026-01-05'),
    { by: 'finance', send: 'returnForCorrection', data: { items: '改为远程巡检' } },
    {
      by: 'county-hospital',
      send: 'resubmit',
      data: { reply: '已改', changes: { totalFen: 19_200_000, items: [{ name: '远程巡检', quantity: 1, unitPriceFen: 16_800_000 }, declared.items[1]!] } },
      state: 'endorsement.reviewing',
    },
    { by: 'health', send: 'endorse', state: 'review.reviewing' },
    agree('finance'),
    { ...agree('data-bureau'), state: 'concluding' },
    { ...conclude('2026-01-05', 19_200_000), refused: ['experts.reviewed'], clause: '3.3a' },
    ...experts('2026-01-05'),
    { upload: 'operationBudget', uploader: 'county-hospital', ...conclude('2026-01-05', 19_200_000), refused: ['papers.as-handed-in'] },
    { by: 'finance', send: 'returnForCorrection', data: { items: '请说明为什么更换预算' }, state: 'review.correcting' },
    { by: 'county-hospital', send: 'resubmit', data: { reply: '更正了一处笔误' }, state: 'endorsement.reviewing' },
    { by: 'health', send: 'endorse', state: 'review.reviewing' },
    agree('finance'),
    { ...agree('data-bureau'), state: 'concluding' },
    ...experts('2026-01-05'),
    { ...conclude('2026-01-05', 19_200_000), state: 'concluded' },
  ],
};
