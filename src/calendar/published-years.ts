import { createRequire } from 'node:module';
import type { CalendarYear } from '#machines/kit/words/calendar.js';

/** The first and last year of which chinese-days 1.5.7 holds the State Council's notice. */
const FIRST = 2004;
const LAST = 2026;

type Table = Readonly<Record<string, string>>;

/**
 * Returns the published years, from the library's table of dates. Its functions read days in the machine's own time
 * zone, and answer "workday" for years they do not know.
 */
export function publishedYears(): CalendarYear[] {
  const table = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as {
    holidays: Table;
    workdays: Table;
  };
  const daysOf = (dates: Table, year: number): string[] =>
    Object.keys(dates)
      .filter((day) => day.startsWith(`${year}-`))
      .sort();
  return Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i).map((year) => ({
    year,
    status: 'published',
    holidays: daysOf(table.holidays, year),
    makeupWorkdays: daysOf(table.workdays, year),
    source: `国务院办公厅关于${year}年节假日安排的通知(据chinese-days 1.5.7)`,
  }));
}
