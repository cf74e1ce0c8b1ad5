import { addDays, type IsoDate } from '#machines/kit/words/dates.js';
import { estimatedYear } from '#src/calendar/estimated-year.js';
import { movableDays } from '#src/calendar/movable-days.js';

const run = (first: IsoDate, days: number): IsoDate[] => Array.from({ length: days }, (_, i) => addDays(first, i));

/** A possible notice for 2027. New Year's Day is exchanged for the Saturday after it. */
export const notice2027 = {
  source: '国务院办公厅关于2027年部分节假日安排的通知(试验用)',
  holidays: [
    '2027-01-01',
    ...run('2027-02-05', 7),
    ...run('2027-04-03', 3),
    ...run('2027-05-01', 5),
    ...run('2027-06-09', 1),
    ...run('2027-09-15', 1),
    ...run('2027-10-01', 7),
  ],
  makeupWorkdays: ['2027-01-02', '2027-02-20', '2027-04-25', '2027-10-09'],
};

/** Returns a notice with only the statutory days. */
export function noticeLike(year: number): {
  source: string;
  holidays: readonly string[];
  makeupWorkdays: readonly string[];
} {
  const { holidays, makeupWorkdays } = estimatedYear(movableDays.find((m) => m.year === year)!);
  return { source: `国务院办公厅关于${year}年部分节假日安排的通知(试验用)`, holidays, makeupWorkdays };
}
