import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import { declared } from '../testing/ground.js';
import { agree, conclude, experts, PAPERS } from '../testing/lines.js';

export const financeStandsAside: Story = {
  title: '县财政局自己的运维方案：本局回避，由县发改委代为会审和作出结论，意见记在财政名下',
  clauses: ['2.5.4', '2.6.2', '3.1'],
  by: 'finance',
  on: '2026-01-05',
  declare: declared,
  steps: [
    { upload: PAPERS, by: 'finance', send: 'submitOperation', state: 'review.reviewing' },
    { ...agree('finance'), refused: ['office.not-own-case'], clause: '2.6.2' },
    { by: 'finance', send: 'returnForCorrection', data: { items: '本局自己退回' }, refused: ['office.not-own-case'] },
    { by: 'finance', send: 'addSigners', data: { to: ['unit:development-reform'], question: '是否同意' }, refused: ['office.not-own-step'], clause: '2.6.2' },
    {
      by: 'finance',
      upload: 'other',
      send: 'recuse',
      naming: (k) => ({ to: 'unit:development-reform', reason: '本局的运维方案', number: '青政办函8号', date: '2026-01-05', document: k.document('other') }),
    },
    {
      by: 'finance',
      send: 'recuse',
      refused: ['office.recused-once'],
      clause: '2.6.2',
      naming: (k) => ({ to: 'unit:education', reason: '另选一家', number: '青政办函8号', date: '2026-01-05', document: k.document('other') }),
    },
    { by: 'finance', send: 'reclaim', data: { reason: '收回自己办理' }, notYourStep: true },
    { ...agree('finance'), notYourStep: true },
    { by: 'development-reform', send: 'returnForCorrection', data: { items: '补充单价依据' }, state: 'review.correcting' },
    { by: 'finance', send: 'resubmit', data: { reply: '已补充' }, state: 'review.reviewing' },
    { ...agree('development-reform'), state: 'review.reviewing' },
    { ...agree('data-bureau'), state: 'concluding' },
    ...experts('2026-01-05'),
    { by: 'development-reform', send: 'concludeOperation', data: conclude('2026-01-05', wan(18)).data, state: 'concluded' },
  ],
};
