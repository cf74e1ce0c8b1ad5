import type pg from 'pg';
import { dayOf, instantOf, type IsoDate } from '#machines/kit/words/dates.js';

/** Days are asked of a moment in the past: a test that writes a date must never be ahead of the program. */
const BEHIND_MS = 5;
const DAY_MS = 86_400_000;

/** The fast clock, as a client outside the program knows it. */
export class FastClock {
  private constructor(
    private readonly startMs: number,
    private readonly sinceMs: number,
    readonly rate: number,
  ) {}

  static async of(pool: pg.Pool): Promise<FastClock> {
    const {
      rows: [row],
    } = await pool.query<{ start: Date; since: Date; rate: number }>('select start, since, rate from fast_clock');
    return new FastClock(row!.start.getTime(), row!.since.getTime(), row!.rate);
  }

  today(): IsoDate {
    return dayOf(instantOf(this.startMs + (Date.now() - BEHIND_MS - this.sinceMs) * this.rate));
  }

  /** Returns the real milliseconds in this number of days of the clock. */
  days(n: number): number {
    return (n * DAY_MS) / this.rate;
  }
}
