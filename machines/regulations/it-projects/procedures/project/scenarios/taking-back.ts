import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../testing/lines.js';

const fen = wan(150);

export const untouched: Story = {
  title: '撤回看下一环节是否已经办理：监督意见、催办不妨碍撤回；加签以后不能撤回，自己再办事也不行',
  clauses: ['1.2.3', '2.6.1a'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('校园安防', fen),
  steps: [
    ...line.pooled('education', '2025-01-07'),
    ...line.planned('education', '2025-01-20', 2026),
    {
      on: '2025-02-10',
      upload: ['combinedReport', 'dataCatalogue'],
      by: 'education',
      send: 'submitCombined',
      data: line.design(fen),
      state: 'approval.combined.examination.reviewing',
    },
    { by: 'audit', send: 'leaveOpinion', data: { text: '请注意概算依据' } },
    { by: 'education', send: 'urge', data: { message: '请尽快审查' } },
    { by: 'education', send: 'recall', data: { reason: '补充概算' }, state: 'approval.combined.preparing' },
    { by: 'education', send: 'submitCombined', data: line.design(fen), state: 'approval.combined.examination.reviewing' },
    { by: 'data-bureau', send: 'addSigners', data: { to: ['unit:finance'], question: '资金是否落实' } },
    { by: 'education', send: 'recall', data: { reason: '补充概算' }, refused: ['office.last-step-ours'], clause: '1.2.3' },
    { by: 'education', send: 'copyTo', data: { to: ['unit:finance'] } },
    { by: 'audit', send: 'leaveOpinion', data: { text: '请注意概算依据' } },
    { by: 'finance', send: 'giveSignature', data: { agrees: true, opinion: '已列预算', signer: '1-1' }, refused: ['office.signature-mine'] },
    { by: 'finance', send: 'giveSignature', data: { agrees: true, opinion: '已列预算' } },
    { by: 'education', send: 'recall', data: { reason: '补充概算' }, refused: ['office.last-step-ours'] },
  ],
};
