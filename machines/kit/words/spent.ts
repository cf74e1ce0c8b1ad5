import type { Calendar } from './calendar.js';
import { addDays, daysBetween, type IsoDate } from './dates.js';
import { correspondingDay, daysGivenBack, stoodStill, type Pause, type Period } from './period.js';

/** How much of its time a stopped clock has used up, and how much it will have when it goes on. */
export interface Spent {
  unit: 'workingDays' | 'days';
  elapsed: number;
  /** 0 when its day had passed before it stopped. */
  remaining: number;
}

/**
 * Works this out for a period, or for the time to a day that a decision has fixed. Months and fixed days are given in
 * calendar days, before a holiday moves the last one. Null for a clock that runs.
 */
export function spentOf(
  whole: Period | IsoDate,
  startsOn: IsoDate,
  pauses: readonly Pause[],
  calendar: Calendar,
): Spent | null {
  const stoppedOn = pauses
    .filter((p) => p.to === null)
    .map((p) => p.from)
    .sort()[0];
  if (stoppedOn === undefined) return null;
  const before = pauses.flatMap((p) =>
    p.to === null || p.from >= stoppedOn ? [] : [{ ...p, to: p.to < stoppedOn ? p.to : stoppedOn }],
  );
  const inWorkingDays = typeof whole !== 'string' && whole.unit === 'workingDays';
  let elapsed = 0;
  for (let d = addDays(startsOn, 1); d <= stoppedOn; d = addDays(d, 1))
    if (!stoodStill(d, before) && (!inWorkingDays || calendar.isWorkday(d))) elapsed++;
  if (inWorkingDays) return { unit: 'workingDays', elapsed, remaining: Math.max(0, whole.n - elapsed) };
  const end =
    typeof whole === 'string' ? addDays(whole, daysGivenBack(before)) : correspondingDay(whole, startsOn, before);
  return { unit: 'days', elapsed, remaining: Math.max(0, daysBetween(stoppedOn, end)) };
}
