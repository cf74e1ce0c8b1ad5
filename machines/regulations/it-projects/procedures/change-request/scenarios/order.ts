import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as project from '../../project/testing/lines.js';
import * as change from '../testing/lines.js';

/** A change changes something, follows the budget it changes, and is filed one at a time. */

const by = 'education';
const at = 'change';
const base = { procedure: 'project', by, on: '2025-01-06' } as const;
export const oneByOne: Story = {
  title: '投资变更：什么都不改的不是变更；内部决策不早于概算批复；一项正在备案，另一项等受理以后再提出',
  clauses: ['2.3.3a', '2.3.3b'],
  ...base,
  declare: project.declarationOf('教育数据填报平台', wan(400)),
  steps: [
    ...change.building(by, wan(400)),
    ...change.begun(by, '2025-04-07', at, { contentNeedsAdjustment: false }),
    { at, by, send: 'submitChange', data: { decidedOn: '2025-04-07' }, refused: ['change.changes-something'] },
    {
      at,
      by,
      send: 'fileChange',
      data: { decidedOn: '2025-02-09' },
      refused: ['change.changes-something', 'change.content-needed', 'date.decidedOn-after-budget'],
    },
    { at, by, send: 'revise', data: { changes: { contentNeedsAdjustment: false } }, refused: ['revision.changes-something'] },
    { at, by, send: 'revise', data: { changes: { contentNeedsAdjustment: true } } },
    { at, by, send: 'fileChange', data: { decidedOn: '2025-01-06' }, refused: ['date.decidedOn-after-budget'] },
    { at, by, send: 'fileChange', data: { decidedOn: '2025-04-07' }, state: 'filing.reviewing' },
    { by, begin: 'change-request', at: 'second', naming: (known) => ({ project: known.id(), ...change.content }), refused: ['change.none-in-filing'] },
    { at, by: 'data-bureau', send: 'acknowledge', data: {}, state: 'implementing' },
    ...change.filed(by, '2025-04-14', 'second', {}),
  ],
};
