import { addDays, weekday, yearOf, type IsoDate } from './dates.js';

/** One year of the State Council's notice: days off besides weekends, and weekend days worked (补班). */
export interface CalendarYear {
  year: number;
  /** `published`: from the official notice. `estimated`: foreseen, so every deadline that crosses it is provisional. */
  status: 'published' | 'estimated';
  holidays: readonly IsoDate[];
  makeupWorkdays: readonly IsoDate[];
  source: string;
}

/**
 * Working days as data. A question about a year it does not hold is an error, never a silent "workday". Every imported
 * notice raises its `edition` by one: what was counted with an older edition must be counted again.
 */
export class Calendar {
  private readonly years = new Map<number, { status: CalendarYear['status']; off: Set<IsoDate>; on: Set<IsoDate> }>();

  constructor(
    years: readonly CalendarYear[],
    readonly edition = 0,
  ) {
    for (const { year, status, holidays, makeupWorkdays } of years) {
      this.years.set(year, { status, off: new Set(holidays), on: new Set(makeupWorkdays) });
    }
  }

  /** @throws UnknownYear when the calendar has no such year. */
  isWorkday(day: IsoDate): boolean {
    const year = this.years.get(yearOf(day));
    if (!year) throw new UnknownYear(yearOf(day));
    if (year.on.has(day)) return true;
    if (year.off.has(day)) return false;
    return weekday(day) % 6 !== 0;
  }

  isEstimated(day: IsoDate): boolean {
    return this.years.get(yearOf(day))?.status !== 'published';
  }

  /** Tells whether any day from `from` to `to` lies in a year without an official notice. */
  crossesEstimate(from: IsoDate, to: IsoDate): boolean {
    for (let year = yearOf(from); year <= yearOf(to); year++) {
      if (this.isEstimated(`${year}-01-01`)) return true;
    }
    return false;
  }

  /** Returns `day` itself when it is a workday, otherwise the first workday after it (民法典 203). */
  rollForward(day: IsoDate): IsoDate {
    let d = day;
    while (!this.isWorkday(d)) d = addDays(d, 1);
    return d;
  }

  /** Returns the `n`th working day after `start` (the start is not counted). A negative `n` counts backwards. */
  addWorkdays(start: IsoDate, n: number): IsoDate {
    const step = n < 0 ? -1 : 1;
    let d = start;
    for (let left = Math.abs(n); left > 0;) {
      d = addDays(d, step);
      if (this.isWorkday(d)) left--;
    }
    return d;
  }

  /** Counts the working days after `from` up to and including `to`. 0 when `to` is not later. */
  workdaysBetween(from: IsoDate, to: IsoDate): number {
    let n = 0;
    for (let d = addDays(from, 1); d <= to; d = addDays(d, 1)) if (this.isWorkday(d)) n++;
    return n;
  }
}

export class UnknownYear extends Error {
  constructor(readonly year: number) {
    super(`工作日历中没有 ${year} 年，请由管理员补充该年日历`);
  }
}
