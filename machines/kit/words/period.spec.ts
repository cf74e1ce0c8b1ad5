import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testCalendar } from '../testing/calendar.js';
import { addDays, addMonths } from './dates.js';
import { correspondingDay, lastDay, periodLabel, type Pause, type Period } from './period.js';

const workdays = (n: number): Period => ({ n, unit: 'workingDays' });
const months = (n: number): Period => ({ n, unit: 'months' });
const calendarDays = (n: number): Period => ({ n, unit: 'days' });
const stop = (from: string, to: string | null): Pause => ({ from, to, why: '补正' });

const day = fc.integer({ min: 0, max: 365 * 3 }).map((n) => addDays('2024-03-01', n));
const period = fc.record({
  n: fc.integer({ min: 1, max: 24 }),
  unit: fc.constantFrom('workingDays' as const, 'days' as const, 'months' as const),
});

/** Pauses by the day after the start on which each begins, and how long it lasts. */
const stops = fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 3 });
const placed = (start: string, some: readonly (readonly [number, number])[]): Pause[] =>
  some.map(([after, length]) => stop(addDays(start, after), addDays(start, after + length)));

describe('the last day of a period', () => {
  it.each([
    [
      '2026-02-13',
      workdays(5),
      '2026-02-27',
      'over the Spring Festival; 2026-02-14 is worked but 2026-02-28 is not needed',
    ],
    ['2025-09-26', workdays(5), '2025-10-10', 'over the National Day, with the Sunday worked before it'],
    ['2026-04-30', workdays(10), '2026-05-18', 'over the Labour Day, with the Saturday worked after it'],
    ['2025-11-30', months(3), '2026-02-28', 'a Saturday, but worked'],
    ['2025-11-15', months(3), '2026-02-24', 'rolled over the Spring Festival'],
    ['2024-08-31', months(6), '2025-02-28', 'the last day of a month that has no 31st'],
    ['2024-10-03', months(24), '2026-10-08', 'rolled over the National Day'],
    ['2026-03-02', calendarDays(5), '2026-03-09', 'a Saturday moves to Monday'],
  ])('%s + %j = %s: %s', (start, p, expected) => expect(lastDay(p, start, testCalendar)).toBe(expected));

  it('is provisional when the count crosses a year without a notice', () => {
    const end = lastDay(workdays(5), '2026-12-29', testCalendar);
    expect(end).toBe('2027-01-06');
    expect(testCalendar.crossesEstimate('2026-12-29', end)).toBe(true);
  });

  it('is always a working day after the start, and never before its corresponding day', () => {
    fc.assert(
      fc.property(day, period, (start, p) => {
        const end = lastDay(p, start, testCalendar);
        expect(testCalendar.isWorkday(end)).toBe(true);
        expect(end > start).toBe(true);
        if (p.unit !== 'workingDays') expect(end >= correspondingDay(p, start)).toBe(true);
      }),
    );
  });

  it('is never earlier for a longer period', () => {
    fc.assert(
      fc.property(
        day,
        period,
        fc.nat(12),
        (start, p, more) => lastDay({ ...p, n: p.n + more }, start, testCalendar) >= lastDay(p, start, testCalendar),
      ),
    );
  });

  it('in working days has exactly that many of them between the start and itself', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 120 }),
        (start, n) => testCalendar.workdaysBetween(start, lastDay(workdays(n), start, testCalendar)) === n,
      ),
    );
  });

  it('is never earlier for a later start', () => {
    fc.assert(
      fc.property(
        day,
        period,
        (start, p) => lastDay(p, addDays(start, 1), testCalendar) >= lastDay(p, start, testCalendar),
      ),
    );
  });

  it('shows a hard maximum on the corresponding day itself, a day off or not', () => {
    expect(correspondingDay(months(6), '2026-08-15')).toBe('2027-02-15');
    expect(correspondingDay(months(6), '2025-08-28')).toBe('2026-02-28');
    expect(correspondingDay(months(6), '2025-08-16')).toBe('2026-02-16');
    expect(lastDay(months(6), '2025-08-16', testCalendar)).toBe('2026-02-24');
  });
});

describe('a clock that stood still', () => {
  it('gives its working days back: the day it stopped counts, the day it continued does not', () => {
    expect(lastDay(workdays(10), '2026-03-02', testCalendar)).toBe('2026-03-16');
    expect(lastDay(workdays(10), '2026-03-02', testCalendar, [stop('2026-03-04', '2026-03-06')])).toBe('2026-03-18');
  });

  it('gives nothing back within one day, nor while it still stands', () => {
    expect(lastDay(workdays(10), '2026-03-02', testCalendar, [stop('2026-03-04', '2026-03-04')])).toBe('2026-03-16');
    expect(lastDay(workdays(10), '2026-03-02', testCalendar, [stop('2026-03-04', null)])).toBe('2026-03-16');
  });

  it('gives calendar days back to a period of days or months', () => {
    expect(correspondingDay(calendarDays(10), '2026-03-02', [stop('2026-03-04', '2026-03-06')])).toBe('2026-03-14');
    expect(correspondingDay(months(3), '2026-01-10', [stop('2026-02-01', '2026-02-11')])).toBe(
      addDays(addMonths('2026-01-10', 3), 10),
    );
  });

  it('counts a day once when two stops overlap', () => {
    const twice = [stop('2026-03-04', '2026-03-06'), stop('2026-03-05', '2026-03-06')];
    expect(lastDay(workdays(10), '2026-03-02', testCalendar, twice)).toBe('2026-03-18');
  });

  it('never brings the last day forward', () => {
    fc.assert(
      fc.property(day, period, fc.nat(40), fc.nat(40), (start, p, after, length) => {
        const from = addDays(start, after);
        const stopped = lastDay(p, start, testCalendar, [stop(from, addDays(from, length))]);
        expect(stopped >= lastDay(p, start, testCalendar)).toBe(true);
      }),
    );
  });

  it('only ever delays, however often it stood still', () => {
    fc.assert(
      fc.property(day, period, stops, stops, (start, p, some, more) => {
        const earlier = lastDay(p, start, testCalendar, placed(start, some));
        const later = lastDay(p, start, testCalendar, placed(start, [...some, ...more]));
        expect(later >= earlier).toBe(true);
        expect(testCalendar.isWorkday(later)).toBe(true);
      }),
    );
  });

  it('stopped and set going on the same day changes nothing', () => {
    fc.assert(
      fc.property(day, period, stops, fc.nat(60), (start, p, some, after) => {
        const on = addDays(start, after);
        const pauses = placed(start, some);
        expect(lastDay(p, start, testCalendar, [...pauses, stop(on, on)])).toBe(
          lastDay(p, start, testCalendar, pauses),
        );
      }),
    );
  });

  it('stopped once, or set going and stopped again on a day between, is the same', () => {
    fc.assert(
      fc.property(day, period, fc.nat(60), fc.nat(30), fc.nat(30), (start, p, after, first, second) => {
        const from = addDays(start, after);
        const between = addDays(from, first);
        const to = addDays(between, second);
        expect(lastDay(p, start, testCalendar, [stop(from, between), stop(between, to)])).toBe(
          lastDay(p, start, testCalendar, [stop(from, to)]),
        );
      }),
    );
  });

  it('moves the last day by exactly its working days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), fc.nat(20), fc.nat(40), (start, n, after, length) => {
        const from = addDays(start, after);
        const to = addDays(from, length);
        const plain = lastDay(workdays(n), start, testCalendar);
        fc.pre(from < plain);
        const given = testCalendar.workdaysBetween(from, to);
        expect(lastDay(workdays(n), start, testCalendar, [stop(from, to)])).toBe(
          testCalendar.addWorkdays(plain, given),
        );
      }),
    );
  });
});

describe('a period in words', () => {
  it.each([
    [workdays(10), '10个工作日'],
    [calendarDays(30), '30日'],
    [months(3), '3个月'],
  ])('%j is %s', (p, words) => expect(periodLabel(p)).toBe(words));
});
