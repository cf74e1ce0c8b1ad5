import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testCalendar } from '../testing/calendar.js';
import { UnknownYear } from './calendar.js';
import { addDays } from './dates.js';
import { Workdays } from './workdays.js';

const day = fc.integer({ min: 0, max: 365 * 7 }).map((n) => addDays('2024-01-01', n));

describe('working days, counted often', () => {
  it('are those that the calendar counts, across years, holidays and days worked instead', () => {
    const workdays = new Workdays(testCalendar);
    fc.assert(
      fc.property(day, day, (from, to) =>
        expect(workdays.between(from, to)).toBe(testCalendar.workdaysBetween(from, to)),
      ),
    );
  });

  it.each([2024, 2025, 2026, 2027, 2028, 2029])('are the same around the turn of %i', (year) => {
    const workdays = new Workdays(testCalendar);
    const days = Array.from({ length: 10 }, (_, i) => addDays(`${year}-12-27`, i));
    for (const from of days)
      for (const to of days)
        expect([from, to, workdays.between(from, to)]).toEqual([from, to, testCalendar.workdaysBetween(from, to)]);
  });

  it('add up: from a day to a second and on to a third is from the first to the third', () => {
    const workdays = new Workdays(testCalendar);
    fc.assert(
      fc.property(day, day, day, (...days) => {
        const [a, b, c] = days.sort() as [string, string, string];
        expect(workdays.between(a, b) + workdays.between(b, c)).toBe(workdays.between(a, c));
      }),
    );
  });

  it('fail if the calendar lacks a year, as the calendar does', () => {
    expect(() => new Workdays(testCalendar).between('2030-12-30', '2031-01-02')).toThrow(UnknownYear);
    expect(new Workdays(testCalendar).between('2023-12-31', '2024-01-02')).toBe(
      testCalendar.workdaysBetween('2023-12-31', '2024-01-02'),
    );
  });
});
