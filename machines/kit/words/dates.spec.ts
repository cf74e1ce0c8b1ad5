import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, at, dayOf, daysBetween, instantOf, isRealDate, weekday, yearOf } from './dates.js';

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));

describe('a day', () => {
  it.each(['2024-02-29', '2026-12-31', '2000-01-01'])('%s exists', (text) => expect(isRealDate(text)).toBe(true));
  it.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '', '2026-01-01T00:00:00Z'])(
    '"%s" does not',
    (text) => expect(isRealDate(text)).toBe(false),
  );

  it('begins and ends by the clock of Shanghai', () => {
    expect(dayOf('2026-03-31T15:59:59.999Z')).toBe('2026-03-31');
    expect(dayOf('2026-03-31T16:00:00Z')).toBe('2026-04-01');
    expect(dayOf('2026-04-01T00:00:00+08:00')).toBe('2026-04-01');
    expect(at('2026-04-01', 9)).toBe('2026-04-01T09:00:00.000+08:00');
    expect(at('2026-04-01', 24)).toBe(at('2026-04-02', 0));
    expect(instantOf(Date.parse('2026-01-01T00:00:00Z'))).toBe('2026-01-01T08:00:00.000+08:00');
  });

  it('has a weekday and a year', () => {
    expect(weekday('2026-02-28')).toBe(6);
    expect(weekday('2026-03-01')).toBe(0);
    expect(yearOf('2026-03-01')).toBe(2026);
  });

  it('contains every one of its hours', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 23 }), (d, hour) => dayOf(at(d, hour)) === d));
  });
});

describe('counting days', () => {
  it('crosses months, years and leap days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1);
  });

  it('back is the inverse of forth', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -5000, max: 5000 }),
        (d, n) => addDays(addDays(d, n), -n) === d && daysBetween(d, addDays(d, n)) === n,
      ),
    );
  });
});

describe('counting months (民法典 201, 202)', () => {
  it.each([
    ['2025-11-15', 3, '2026-02-15'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-10-03', 24, '2026-10-03'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

  it('ends on the corresponding day, or on the last day of the month where there is none', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (d, months) => {
        const end = addMonths(d, months);
        const lastOfMonth = addDays(end, 1).endsWith('-01');
        expect(isRealDate(end)).toBe(true);
        expect((yearOf(end) - yearOf(d)) * 12 + Number(end.slice(5, 7)) - Number(d.slice(5, 7))).toBe(months);
        expect(end.slice(8) === d.slice(8) || (lastOfMonth && end.slice(8) < d.slice(8))).toBe(true);
      }),
    );
  });
});
