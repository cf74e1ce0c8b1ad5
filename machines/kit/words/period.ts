import type { Calendar } from './calendar.js';
import { addDays, addMonths, type IsoDate } from './dates.js';

export type PeriodUnit = 'workingDays' | 'days' | 'months';
export interface Period {
  n: number;
  unit: PeriodUnit;
}

/** A stretch in which a clock stood still: from the day it stopped to the day it went on (null: still stopped). */
export interface Pause {
  from: IsoDate;
  to: IsoDate | null;
  why: string;
}

/**
 * Returns the same stretches in as few as can be. One that begins on the day on which another of the same reason ended
 * continues it. One that ended on the day it began gives no day back and is left out, but for the last: reminders count
 * from the day on which a clock last went on. The days that stood still, and that day, are the same. What began after
 * `dueOn` began late, and continues nothing that did not.
 */
export function joined(pauses: readonly Pause[], dueOn: IsoDate | null = null): Pause[] {
  const continues = (p: Pause, next: Pause): boolean =>
    next.to !== null &&
    p.to === next.from &&
    p.why === next.why &&
    (dueOn === null || p.from > dueOn || next.from <= dueOn);
  const wentOn = pauses.flatMap((p) => p.to ?? []).reduce((a, b) => (a > b ? a : b), '');
  const kept: Pause[] = [];
  for (const pause of pauses.filter((p) => !isEmpty(p))) {
    const before = kept.findIndex((p) => continues(p, pause));
    if (before === -1) kept.push(pause);
    else kept[before] = { ...kept[before]!, to: pause.to };
  }
  const mark = kept.some((p) => p.to === wentOn) ? undefined : pauses.find((p) => isEmpty(p) && p.to === wentOn);
  return mark ? [...kept.filter((p) => p.to !== null), mark, ...kept.filter((p) => p.to === null)] : kept;
}

/** Tells whether a clock went on the day it stopped. */
export const isEmpty = ({ from, to }: Pause): boolean => from === to;

const UNIT_LABEL: Record<PeriodUnit, string> = { workingDays: '个工作日', days: '日', months: '个月' };
export const periodLabel = (p: Period): string => `${p.n}${UNIT_LABEL[p.unit]}`;

/**
 * Tells whether a clock stood still on a day, so that the day is given back. The day it stopped counts, the day it went
 * on does not.
 */
export const stoodStill = (day: IsoDate, pauses: readonly Pause[]): boolean =>
  pauses.some((p) => day > p.from && p.to !== null && day <= p.to);

/**
 * Returns the last day of a period that starts on `start` (民法典 200–203). The starting day is not counted, months run to
 * the corresponding day, and a last day that is no workday moves to the first workday after it. Days in closed `pauses`
 * are given back.
 */
export function lastDay(period: Period, start: IsoDate, calendar: Calendar, pauses: readonly Pause[] = []): IsoDate {
  if (period.unit !== 'workingDays') return calendar.rollForward(correspondingDay(period, start, pauses));
  let day = start;
  for (let left = period.n; left > 0;) {
    day = addDays(day, 1);
    if (calendar.isWorkday(day) && !stoodStill(day, pauses)) left--;
  }
  return calendar.rollForward(day);
}

/** Does the same as `lastDay`, before a holiday moves the day: the day shown for a hard maximum. */
export function correspondingDay(period: Period, start: IsoDate, pauses: readonly Pause[] = []): IsoDate {
  let end = period.unit === 'months' ? addMonths(start, period.n) : addDays(start, period.n);
  if (pauses.length === 0) return end;
  for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) {
    if (stoodStill(day, pauses)) end = addDays(end, 1);
  }
  return end;
}

/**
 * Moves a day that a decision fixed by as many days as the clock stood still. A holiday moves it only if the clock was
 * stopped.
 */
export function laterBy(day: IsoDate, pauses: readonly Pause[], calendar: Calendar): IsoDate {
  const given = daysGivenBack(pauses);
  return given === 0 ? day : calendar.rollForward(addDays(day, given));
}

/** Counts the calendar days on which a clock stood still. Each day counts once. */
export function daysGivenBack(pauses: readonly Pause[]): number {
  const first = pauses.map((p) => p.from).sort()[0];
  if (first === undefined) return 0;
  const last = pauses
    .map((p) => p.to ?? p.from)
    .sort()
    .at(-1)!;
  let given = 0;
  for (let d = addDays(first, 1); d <= last; d = addDays(d, 1)) if (stoodStill(d, pauses)) given++;
  return given;
}

/**
 * Returns the day that lies a period before another one, on whatever day of the week: for reminders, not for limits.
 */
export function earlier({ n, unit }: Period, day: IsoDate, calendar: Calendar): IsoDate {
  if (unit === 'workingDays') return calendar.addWorkdays(day, -n);
  return unit === 'months' ? addMonths(day, -n) : addDays(day, -n);
}

/** Does the same as `earlier`, in the other direction. Days in closed `pauses` are given back. */
export const later = (period: Period, day: IsoDate, calendar: Calendar, pauses: readonly Pause[]): IsoDate =>
  period.unit === 'workingDays' ? lastDay(period, day, calendar, pauses) : correspondingDay(period, day, pauses);

/**
 * Counts the working days by which something is late on a day, without those on which its clock stood still or still
 * does.
 */
export function workdaysOver(dueOn: IsoDate, today: IsoDate, calendar: Calendar, pauses: readonly Pause[]): number {
  const until = pauses.map((p) => (p.to === null ? { ...p, to: today } : p));
  let over = 0;
  for (let day = addDays(dueOn, 1); day <= today; day = addDays(day, 1))
    if (calendar.isWorkday(day) && !stoodStill(day, until)) over++;
  return over;
}
