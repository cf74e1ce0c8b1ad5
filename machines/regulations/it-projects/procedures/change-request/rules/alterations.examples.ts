import type { Case } from '#machines/kit/testing/example.js';
import { revisionExamples } from '../../../common/alters.examples.js';
import type { ContentChanges } from '../content.js';
import type { ChangeContext } from '../context.js';
import { content } from '../testing/lines.js';
import { proves, provesAt } from '../testing/ground.js';
import { somethingChanges } from './alterations.js';

const nothing: ContentChanges = { ...content, contentNeedsAdjustment: false };

/** Two examples of a rule may not have the same name. */
const afterwards = (one: Case<ChangeContext, unknown>): Case<ChangeContext, unknown> =>
  'passes' in one ? { ...one, passes: `补正后：${one.passes}` } : { ...one, fails: `补正后：${one.fails}` };

/** Repeats each example for what was handed in and for what a correction makes of it. */
const bothWays = (...cases: (Case<ChangeContext, unknown> & { content: ContentChanges })[]) => [
  ...provesAt(
    ['recordDecision', 'submitChange', 'fileChange'],
    somethingChanges.handedIn,
    ...cases.map(({ content: said, ...one }) => ({ ...one, context: { content: said } })),
  ),
  ...provesAt('resubmit', somethingChanges.corrected.id, ...cases.map(({ content: said, ...one }) => afterwards({ ...one, data: { changes: said } }))),
];

export const alterationExamples = [
  ...revisionExamples({ proves, provesAt }, { field: 'before', is: content.before, other: '建设两个填报模块' }),
  ...bothWays(
    { passes: '调增1分', content: { ...nothing, increaseFen: 1 }, seen: { 改变的事项: 1 } },
    { passes: '调减1分', content: { ...nothing, decreaseFen: 1 }, seen: { 改变的事项: 1 } },
    { passes: '改变建设目标', content: { ...nothing, goalUnchanged: false }, seen: { 改变的事项: 1 } },
    { passes: '调整建设内容', content, seen: { 改变的事项: 1 } },
    { passes: '工期缩短一日', content: { ...nothing, scheduleDays: -1 }, seen: { 改变的事项: 1 } },
    { fails: '什么都没有改变', content: { ...nothing, scheduleDays: 0 }, says: '都没有改变，不是变更', seen: { 改变的事项: 0 } },
    { fails: '没有填写工期，也没有改变其他', content: { ...nothing, increaseFen: 0, decreaseFen: 0, scheduleDays: undefined }, seen: { 改变的事项: 0 } },
    { fails: '前后说明相同', content: { ...content, after: content.before }, says: '变更前与变更后的说明相同', seen: { 改变的事项: 1 } },
  ),
];
