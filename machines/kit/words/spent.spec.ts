import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testCalendar } from '../testing/calendar.js';
import { addDays } from './dates.js';
import { correspondingDay, lastDay, type Pause, type Period } from './period.js';
import { spentOf } from './spent.js';

const stop = (from: string, to: string | null): Pause => ({ from, to, why: '补正' });
const of = (n: number, unit: Period['unit'], ...pauses: Pause[]) =>
  spentOf({ n, unit }, '2026-03-02', pauses, testCalendar);

describe('a clock that stands still', () => {
  it('has used the days up to and including the one on which it stopped, and has the others left', () => {
    expect(of(10, 'workingDays', stop('2026-03-02', null))).toEqual({ unit: 'workingDays', elapsed: 0, remaining: 10 });
    expect(of(10, 'workingDays', stop('2026-03-04', null))).toEqual({ unit: 'workingDays', elapsed: 2, remaining: 8 });
    expect(of(10, 'days', stop('2026-03-04', null))).toEqual({ unit: 'days', elapsed: 2, remaining: 8 });
    expect(of(3, 'months', stop('2026-03-12', null))).toEqual({ unit: 'days', elapsed: 10, remaining: 82 });
    expect(spentOf('2026-03-12', '2026-03-02', [stop('2026-03-05', null)], testCalendar)).toEqual({
      unit: 'days',
      elapsed: 3,
      remaining: 7,
    });
  });

  it('has used none of the days on which it stood still before', () => {
    expect(of(10, 'workingDays', stop('2026-03-03', '2026-03-05'), stop('2026-03-09', null))).toEqual({
      unit: 'workingDays',
      elapsed: 3,
      remaining: 7,
    });
    expect(of(10, 'days', stop('2026-03-03', '2026-03-05'), stop('2026-03-09', null))).toEqual({
      unit: 'days',
      elapsed: 5,
      remaining: 5,
    });
  });

  it('stopped for two reasons stands since the first one, even after the second has ended', () => {
    expect(of(10, 'workingDays', stop('2026-03-04', null), stop('2026-03-06', '2026-03-09'))).toEqual({
      unit: 'workingDays',
      elapsed: 2,
      remaining: 8,
    });
    expect(of(10, 'days', stop('2026-03-03', '2026-03-09'), stop('2026-03-05', null))).toEqual({
      unit: 'days',
      elapsed: 1,
      remaining: 9,
    });
  });

  it('has nothing left when its day had passed', () =>
    expect(of(3, 'workingDays', stop('2026-03-20', null))).toMatchObject({ remaining: 0 }));

  it('has no used days while it runs', () =>
    expect(of(10, 'workingDays', stop('2026-03-03', '2026-03-05'))).toBeNull());

  it('has left exactly what is counted when it continues, whenever that is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(10),
        fc.nat(10),
        fc.nat(15),
        fc.nat(90),
        (n, first, length, second, long) => {
          const start = '2026-03-02';
          const before = stop(addDays(start, first), addDays(start, first + length));
          const from = addDays(before.to!, second);
          const to = addDays(from, long);
          for (const unit of ['workingDays', 'days'] as const) {
            const { elapsed, remaining } = spentOf({ n, unit }, start, [before, stop(from, null)], testCalendar)!;
            if (remaining === 0) continue;
            expect(elapsed + remaining).toBe(n);
            const pauses = [before, stop(from, to)];
            if (unit === 'days') expect(correspondingDay({ n, unit }, start, pauses)).toBe(addDays(to, remaining));
            else
              expect(lastDay({ n, unit }, start, testCalendar, pauses)).toBe(testCalendar.addWorkdays(to, remaining));
          }
        },
      ),
    );
  });
});
