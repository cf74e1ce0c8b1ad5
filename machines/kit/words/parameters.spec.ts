import { describe, expect, it } from '@jest/globals';
import { Parameters, type Parameter } from './parameters.js';

const review = (value: number, from: string, source = '产品默认'): Parameter => ({
  key: 'pool.preReview',
  label: '储备库预审',
  value,
  unit: 'workingDays',
  from,
  source,
  grade: 'house',
});

describe('a dated parameter', () => {
  const dated = new Parameters([review(10, '2024-08-09'), review(7, '2026-01-01')]);

  it('keeps its old value up to the day before the new line', () => {
    expect(dated.number('pool.preReview', '2025-12-31')).toBe(10);
    expect(dated.number('pool.preReview', '2026-01-01')).toBe(7);
  });

  it('does not depend on the order of the lines', () => {
    const reversed = new Parameters([review(7, '2026-01-01'), review(10, '2024-08-09')]);
    expect(reversed.number('pool.preReview', '2025-12-31')).toBe(10);
    expect(reversed.number('pool.preReview', '2026-01-01')).toBe(7);
  });

  it("gives way to an administrator's line for the same day", () => {
    const overridden = new Parameters([review(10, '2024-08-09'), review(12, '2024-08-09', '管理员')]);
    expect(overridden.at('pool.preReview', '2024-08-09')).toMatchObject({ value: 12, source: '管理员' });
  });

  it('has no value before its first line, nor under an unknown key', () => {
    expect(() => dated.number('pool.preReview', '2024-08-08')).toThrow('pool.preReview');
    expect(() => dated.number('pool.review', '2026-01-01')).toThrow('pool.review');
  });

  it('is listed once, with the line in force', () => {
    expect(dated.inForce('2026-06-01').map((p) => p.value)).toEqual([7]);
    expect(dated.inForce('2024-01-01')).toEqual([]);
    expect(dated.firstDays()).toEqual(['2024-08-09']);
  });

  it('is a period only when its unit is one of time', () => {
    expect(dated.period('pool.preReview', '2026-06-01')).toEqual({ n: 7, unit: 'workingDays' });
    const amount = new Parameters([{ ...review(500_000_000, '2024-08-09'), unit: 'fen' }]);
    expect(() => amount.period('pool.preReview', '2026-06-01')).toThrow('not a period');
  });
});
