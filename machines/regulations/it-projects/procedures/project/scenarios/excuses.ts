import type { Step, Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../testing/lines.js';

/** “不适用” and statements that excuse from a rule: which of them count. */

const by = 'education';
const begun = { by, on: '2025-01-06' } as const;
const tried = (fen: number): Step[] => [
  ...line.pooled(by, '2025-01-07'),
  ...line.planned(by, '2025-01-20', 2026),
  ...line.approvedInOneStep(by, '2025-02-10', fen),
  ...line.contracted(by, '2025-02-24', fen),
  ...line.built(by, '2025-03-03', '2025-04-07'),
  ...line.tried(by, '2025-04-08'),
];

const excused = { result: 'notApplicable', note: '无' };
const excusedAll = { informationSecurity: excused, funds: excused, archives: excused, dataSharing: excused, cryptography: excused };
const day = '2025-07-09';
const accepted = (checklist: object) => ({ conclusion: 'passed', concludedOn: day, checklist });
const explained = { result: 'notApplicable', note: '校园内部广播，不使用密码产品' };

export const inapplicable: Story = {
  title: '验收时五项都填“不适用”：资金、档案、数据共享没有不适用；密码应用写明理由和等级才算',
  clauses: ['2.4.2a', '2.1.6'],
  ...begun,
  declare: line.declarationOf('校园广播系统', wan(50)),
  steps: [
    ...tried(wan(50)),
    { on: day, by: 'archives', send: 'recordArchiveAcceptance', data: { result: 'passed', date: day } },
    {
      upload: line.EVIDENCE,
      by,
      send: 'selfAccept',
      data: accepted(excusedAll),
      refused: ['acceptance.always-applicable', 'acceptance.inapplicable-explained', 'acceptance.level-below'],
    },
    { by, send: 'selfAccept', data: accepted({ ...line.checklist, cryptography: explained }), refused: ['acceptance.level-below'] },
    { by, send: 'selfAccept', data: accepted({ ...line.checklist, cryptography: { ...explained, level: 3 } }), refused: ['acceptance.level-below'] },
    { by, send: 'selfAccept', data: accepted({ ...line.checklist, cryptography: { ...explained, level: 2 } }), state: 'acceptance.filing' },
  ],
};
