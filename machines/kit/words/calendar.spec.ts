import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testCalendar, testYears } from '../testing/calendar.js';
import { Calendar, UnknownYear } from './calendar.js';
import { addDays } from './dates.js';

const day = fc.integer({ min: 0, max: 365 * 5 }).map((n) => addDays('2024-03-01', n));
const count = fc.integer({ min: 0, max: 120 });

describe('the calendar of working days', () => {
  it.each([
    ['2026-02-14', true, 'a Saturday that is worked for the Spring Festival'],
    ['2026-02-16', false, "New Year's Eve, a Monday"],
    ['2026-02-28', true, 'a Saturday that is worked'],
    ['2026-03-01', false, 'a Sunday'],
    ['2026-03-02', true, 'a Monday'],
    ['2027-01-01', false, 'a Friday of which libraries say "workday"'],
  ])('%s: %s, %s', (d, expected) => expect(testCalendar.isWorkday(d)).toBe(expected));

  it('says so when it does not hold a year', () => {
    expect(() => testCalendar.isWorkday('2031-01-01')).toThrow(UnknownYear);
    expect(() => testCalendar.addWorkdays('2030-12-20', 30)).toThrow('2031');
    expect(() => testCalendar.rollForward('2023-01-01')).toThrow('2023');
  });

  it.each([
    ['2026-02-13', 5, '2026-02-27'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2026-04-30', 10, '2026-05-18'],
    ['2026-02-27', -5, '2026-02-13'],
    ['2026-02-28', 0, '2026-02-28'],
  ])('%s and %i working days is %s', (from, n, to) => expect(testCalendar.addWorkdays(from, n)).toBe(to));

  it('rolls a day off forward to the next working day, and leaves a working day alone', () => {
    expect(testCalendar.rollForward('2026-02-15')).toBe('2026-02-24');
    expect(testCalendar.rollForward('2026-02-28')).toBe('2026-02-28');
    fc.assert(
      fc.property(day, (d) => {
        const rolled = testCalendar.rollForward(d);
        expect(testCalendar.isWorkday(rolled)).toBe(true);
        expect(rolled >= d).toBe(true);
        expect(testCalendar.isWorkday(d)).toBe(rolled === d);
      }),
    );
  });

  it('counts as many days between two days as it added', () => {
    fc.assert(fc.property(day, count, (d, n) => testCalendar.workdaysBetween(d, testCalendar.addWorkdays(d, n)) === n));
    expect(testCalendar.workdaysBetween('2026-03-02', '2026-03-02')).toBe(0);
    expect(testCalendar.workdaysBetween('2026-03-06', '2026-03-02')).toBe(0);
  });

  it('lands on a working day, later for a longer count and for a later start', () => {
    fc.assert(
      fc.property(day, count, count, (d, a, b) => {
        fc.pre(a > 0);
        const end = testCalendar.addWorkdays(d, a);
        expect(testCalendar.isWorkday(end)).toBe(true);
        expect(testCalendar.addWorkdays(d, a + b) >= end).toBe(true);
        expect(testCalendar.addWorkdays(addDays(d, b), a) >= end).toBe(true);
      }),
    );
  });
});

describe('a year without an official notice', () => {
  it('makes every day whose count crosses it provisional', () => {
    expect(testCalendar.isEstimated('2026-12-31')).toBe(false);
    expect(testCalendar.isEstimated('2027-01-01')).toBe(true);
    expect(testCalendar.crossesEstimate('2026-01-01', '2026-12-31')).toBe(false);
    expect(testCalendar.crossesEstimate('2026-12-29', '2027-01-06')).toBe(true);
  });

  it('counts as estimated when the calendar does not hold it at all', () =>
    expect(testCalendar.isEstimated('2099-06-01')).toBe(true));

  it('is no longer provisional once its notice is imported', () => {
    const notice = { ...testYears.find((y) => y.year === 2027)!, status: 'published' as const };
    expect(new Calendar([...testYears, notice]).crossesEstimate('2026-12-29', '2027-01-06')).toBe(false);
  });

  it('has the edition it is made with, 0 when nobody has imported anything', () => {
    expect(testCalendar.edition).toBe(0);
    expect(new Calendar(testYears, 3).edition).toBe(3);
  });
});
