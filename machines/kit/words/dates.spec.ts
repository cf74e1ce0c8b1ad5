import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  at,
  dayOf,
  daysBetween,
  instantOf,
  isInstantWithin,
  isRealDate,
  weekday,
  yearOf,
} from './dates.js';
import { day as dayField, instant } from './fields.js';

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

describe('the bounds of days and instants', () => {
  const said = (field: typeof dayField | typeof instant, value: string): string[] =>
    field.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

  it.each(['1900-01-01', '2200-12-31', '2024-02-29', '2000-02-29'])('%s is taken', (value) =>
    expect(said(dayField, value)).toEqual([]),
  );

  it.each(['1899-12-31', '2201-01-01', '0001-01-01', '0000-01-01', '9999-12-31'])('%s lies outside', (value) =>
    expect(said(dayField, value)).toEqual(['日期要在1900年到2200年之间，请核对年份。']),
  );

  it.each(['2026-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '0000-00-00', '2026-1-1', '2026-01-01T00:00:00Z'])(
    '%s is no day, and that is said once',
    (value) => expect(said(dayField, value)).toHaveLength(1),
  );

  it.each([
    '1900-01-01T00:00:00+08:00',
    '1899-12-31T16:00:00Z',
    '2200-12-31T23:59:59.999+08:00',
    '2026-01-01T00:00:00-12:00',
    '2026-01-01T00:00:00+14:00',
    '2026-01-01T00:00:00.123456Z',
  ])('the instant %s is taken', (value) => {
    expect(said(instant, value)).toEqual([]);
    expect(isInstantWithin(value)).toBe(true);
  });

  it.each([
    '1899-12-31T23:59:59+08:00',
    '2200-12-31T16:00:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59+08:00',
    '2026-01-01T00:00:00-23:59',
    '2026-01-01T00:00:00-12:01',
    '2026-01-01T00:00:00+14:01',
    '2026-01-01T00:00:00+23:59',
  ])('the instant %s lies outside', (value) =>
    expect(said(instant, value)).toEqual(['时刻要在1900年到2200年之间，时差要在-12:00到+14:00之间，请核对。']),
  );

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:00Z',
    '2026-01-01T00:00:00',
    '2026-01-01T00:00:00+0800',
    '2026',
  ])('%s is no instant, and that is said once', (value) => expect(said(instant, value)).toHaveLength(1));

  it('an instant has a length', () => {
    const long = (digits: number) => `2026-01-01T00:00:00.${'1'.repeat(digits)}Z`;
    expect(said(instant, long(19))).toEqual([]);
    expect(said(instant, long(20))).toHaveLength(1);
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
