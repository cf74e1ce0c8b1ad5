import type { CalendarYear } from '#machines/kit/words/calendar.js';
import { addDays, type IsoDate } from '#machines/kit/words/dates.js';
import type { MovableDays } from './movable-days.js';

const run = (first: IsoDate, days: number): IsoDate[] => Array.from({ length: days }, (_, i) => addDays(first, i));

export interface Festival {
  name: string;
  /** The statutory days off of the holiday. */
  days: readonly IsoDate[];
}

/** Returns the holidays by their statutory number of days (全国年节及纪念日放假办法, 2024 revision). */
export const festivalsOf = ({ year, springFestival, tombSweeping, dragonBoat, midAutumn }: MovableDays): Festival[] => [
  { name: '元旦', days: [`${year}-01-01`] },
  { name: '春节', days: run(addDays(springFestival, -1), 4) },
  { name: '清明节', days: [tombSweeping] },
  { name: '劳动节', days: run(`${year}-05-01`, 2) },
  { name: '端午节', days: [dragonBoat] },
  { name: '中秋节', days: [midAutumn] },
  { name: '国庆节', days: run(`${year}-10-01`, 3) },
];

/**
 * Estimates a year without an official notice: its weekends and statutory holidays. Nobody knows before the notice
 * which weekends are worked in exchange, so there are none. Two festivals on one day count once.
 */
export function estimatedYear(movable: MovableDays): CalendarYear {
  const holidays = festivalsOf(movable).flatMap(({ days }) => days);
  return {
    year: movable.year,
    status: 'estimated',
    holidays: [...new Set(holidays)].sort(),
    makeupWorkdays: [],
    source: '按法定节假日天数推算，国务院通知发布前为暂定',
  };
}
