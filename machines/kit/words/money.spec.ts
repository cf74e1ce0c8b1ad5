import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inWan, percentOf, wan, withinPercent } from './money.js';

describe('money in 分', () => {
  it.each([
    [500, 500_000_000],
    [199.999999, 199_999_999],
    [0.000001, 1],
    [666.67, 666_670_000],
  ])('%d 万元 is %i 分', (amount, fen) => expect(wan(amount)).toBe(fen));

  it.each([
    [500_000_000, '500万元'],
    [499_999_999, '499.999999万元'],
    [1_500_000, '1.5万元'],
    [1, '0.000001万元'],
    [0, '0万元'],
    [-500_000, '-0.5万元'],
  ])('%i 分 is written %s', (fen, words) => expect(inWan(fen)).toBe(words));

  it('survives being written and read again, to the last 分', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
        (fen) => wan(Number(inWan(fen).replace('万元', ''))) === fen,
      ),
    );
  });
});

describe('a share of a budget', () => {
  it('includes the limit and nothing beyond it', () => {
    expect(withinPercent(wan(75), wan(500), 15)).toBe(true);
    expect(withinPercent(wan(75) + 1, wan(500), 15)).toBe(false);
    expect(withinPercent(wan(75) + 1, wan(500), 15.01)).toBe(true);
  });

  it('is exact for a budget that does not divide evenly', () => {
    expect(withinPercent(1, 7, 15)).toBe(true);
    expect(withinPercent(2, 7, 15)).toBe(false);
  });

  it('agrees with whole-number arithmetic however large the amounts', () => {
    const fen = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(
        fen,
        fen,
        fc.integer({ min: 0, max: 100 }),
        (part, whole, percent) =>
          withinPercent(part, whole, percent) === BigInt(part) * 100n <= BigInt(whole) * BigInt(percent),
      ),
    );
  });

  it.each([
    [60, 400, '15%'],
    [60.04, 400, '15.01%'],
    [60.000001, 400, '15.00000025%'],
    [59.999999, 400, '14.99999975%'],
    [100, 666.66, '略高于15%'],
    [1, 3, '略高于33.33%'],
    [0.000001, 10_000_000, '略高于0%'],
    [1, 400, '0.25%'],
    [0.4, 400, '0.1%'],
    [0, 400, '0%'],
    [400, 400, '100%'],
    [1, 0, '0%'],
  ])('%d of %d is written %s', (part, whole, words) => expect(percentOf(wan(part), wan(whole))).toBe(words));

  it('never gives a share that is wrong', () => {
    const fen = fc.integer({ min: 1, max: 10_000_000_000_000 });
    fc.assert(
      fc.property(fen, fen, (part, whole) => {
        const [, above, digits, rest = ''] = /^(略高于)?(\d+)(?:\.(\d+))?%$/.exec(percentOf(part, whole))!;
        const [shown, truth] = [BigInt(digits + rest.padEnd(8, '0')) * BigInt(whole), BigInt(part) * 10_000_000_000n];
        return above ? shown < truth && truth < shown + BigInt(whole) * 1_000_000n : shown === truth;
      }),
    );
  });
});
