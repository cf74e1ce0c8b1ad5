import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as project from '../../project/testing/lines.js';
import * as change from '../testing/lines.js';

/** A change changes something, follows the budget it changes, and is filed one at a time. */

const by = 'education';
const at = 'change';
const base = { procedure: 'project', by, on: '2025-01-06' } as const;
export const declinedBinds: Story = {
  title: '自主调整不予备案：同样的变更不能再报备案，也不能另案再报；改了内容的可以；提交即转为报批',
  clauses: ['2.3.3b', '2.3.3f'],
  ...base,
  declare: project.declarationOf('教学资源平台', wan(400)),
  steps: [
    ...change.building(by, wan(400)),
    ...change.filed(by, '2025-04-07', at, {}),
    { at, by: 'data-bureau', send: 'declineFiling', data: { reason: '主要建设内容改变过大' }, state: 'drafting' },
    { at, by, send: 'recordDecision', data: { decidedOn: '2025-04-07' }, refused: ['change.filing-not-declined'] },
    { at, by, send: 'fileChange', data: { decidedOn: '2025-04-07' }, refused: ['change.filing-not-declined'] },
    { at, by, send: 'revise', data: { changes: { situation: '再次说明' } } },
    { at, by, send: 'fileChange', data: { decidedOn: '2025-04-07' }, refused: ['change.filing-not-declined'] },
    { at, by, send: 'withdraw', data: { reason: '另案再报' }, state: 'withdrawn' },
    ...change.begun(by, '2025-04-14', 'second', {}),
    { at: 'second', by, send: 'fileChange', data: { decidedOn: '2025-04-14' }, refused: ['change.filing-not-declined'] },
    { at: 'second', by, send: 'submitChange', data: { decidedOn: '2025-04-14' }, state: 'examination.reviewing' },
    { at: 'second', by, send: 'recall', data: { reason: '缩小范围' }, state: 'drafting' },
    { at: 'second', by, send: 'revise', data: { changes: { after: '只增加共享接口' } } },
    { at: 'second', by, send: 'fileChange', data: { decidedOn: '2025-04-14' }, state: 'filing.reviewing' },
  ],
};

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
