import { describe, expect, it } from '@jest/globals';
import { amount, anchorOf, diagram, table, unique } from './markdown.js';

describe('a table', () => {
  it('keeps what would end a cell or a line inside its cell', () => {
    expect(
      table(
        ['甲', '乙'],
        [
          ['a|b', 'c\nd'],
          ['x\\y', undefined],
        ],
      ),
    ).toBe('| 甲 | 乙 |\n| --- | --- |\n| a\\|b | c d |\n| x\\\\y | — |\n');
  });

  it('shows 0, and a dash where there is nothing', () => {
    expect(table(['甲'], [[0], [''], [null]])).toBe('| 甲 |\n| --- |\n| 0 |\n| — |\n| — |\n');
  });

  it('says so when it has no rows', () => {
    expect(table(['甲'], [])).toBe('（无）\n');
  });
});

it.each([
  ['2.4.2b', '242b'],
  ['Two Words', 'two-words'],
  ['超过500万元，经（县）审批', '超过500万元经县审批'],
])('the heading %s is found at #%s', (heading, anchor) => {
  expect(anchorOf(heading)).toBe(anchor);
});

it.each([
  [{ value: 10, unit: 'workingDays' }, '10个工作日'],
  [{ value: 6, unit: 'months' }, '6个月'],
  [{ value: 30, unit: 'percent' }, '30%'],
  [{ value: 3, unit: 'count' }, '3'],
  [{ value: 500_000_000, unit: 'fen' }, '500万元'],
] as const)('the parameter %j is written %s', (parameter, written) => {
  expect(amount(parameter)).toBe(written);
});

it('fences a diagram, and names once what occurs twice, in order', () => {
  expect(diagram('graph\n')).toBe('```mermaid\ngraph\n```\n');
  expect(unique(['b', 'a', 'b'])).toEqual(['b', 'a']);
});
