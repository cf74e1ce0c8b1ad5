import type { Calendar } from './calendar.js';
import { addDays, yearOf, type IsoDate } from './dates.js';

/** Does what `Calendar.workdaysBetween` does, for callers that ask often: each year is counted once. */
export class Workdays {
  private readonly years = new Map<number, { upTo: ReadonlyMap<IsoDate, number>; total: number }>();

  constructor(private readonly calendar: Calendar) {}

  /**
   * Counts the working days after `from` up to and including `to`. 0 when `to` is not later. @throws UnknownYear when
   * the calendar lacks one of the years.
   */
  between(from: IsoDate, to: IsoDate): number {
    if (to <= from) return 0;
    // The year need not be known if only its last day is meant: that day does not count.
    const [first, passed] = from.endsWith('-12-31') ? [yearOf(from) + 1, 0] : [yearOf(from), this.upTo(from)];
    let n = this.upTo(to) - passed;
    for (let year = first; year < yearOf(to); year++) n += this.counted(year).total;
    return n;
  }

  /** Counts the working days from the first of January up to and including a day of that year. */
  private upTo(day: IsoDate): number {
    return this.counted(yearOf(day)).upTo.get(day)!;
  }

  private counted(year: number) {
    const known = this.years.get(year);
    if (known) return known;
    const upTo = new Map<IsoDate, number>();
    let total = 0;
    for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1))
      upTo.set(day, (total += this.calendar.isWorkday(day) ? 1 : 0));
    const counted = { upTo, total };
    this.years.set(year, counted);
    return counted;
  }
}
