import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nearestRank, percentOf, spreadOf } from './quantiles.js';

describe('nearest rank', () => {
  it.each([
    [[7], 50, 7],
    [[1, 2], 50, 1],
    [[3, 1, 2], 50, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90, 10],
    [[10, 9], 90, 10],
  ])('of %j, %i percent: %i', (values, percent, expected) => expect(nearestRank(values, percent)).toBe(expected));

  it('is the smallest value that at least this percentage of the values do not exceed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.constantFrom(50, 90), (values, percent) => {
        const enough = (limit: number): boolean =>
          values.filter((v) => v <= limit).length * 100 >= percent * values.length;
        expect(nearestRank(values, percent)).toBe(Math.min(...values.filter(enough)));
      }),
    );
  });

  it('of nothing is nothing, and so is a share of nothing', () => {
    expect(spreadOf([])).toEqual({ medianWorkingDays: null, p90WorkingDays: null });
    expect([percentOf(0, 0), percentOf(1, 3), percentOf(2, 3), percentOf(3, 3)]).toEqual([null, 33.3, 66.7, 100]);
  });
});
