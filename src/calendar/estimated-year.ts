import type { CalendarYear } from '#machines/kit/calendar.js';
import { addDays, type IsoDate } from '#machines/kit/dates.js';
import type { MovableDays } from './movable-days.js';

const run = (first: IsoDate, days: number): IsoDate[] => Array.from({ length: days }, (_, i) => addDays(first, i));

/**
 * A year without an official notice: weekends, and the holidays by their statutory number of days (全国年节及纪念日放假办法,
 * 2024 revision) — 元旦 1, 春节 4 from New Year's Eve, 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆节 3. Which weekends are worked in
 * exchange nobody knows before the notice, so there are none. Two festivals on one day count once.
 */
export function estimatedYear({ year, springFestival, tombSweeping, dragonBoat, midAutumn }: MovableDays): CalendarYear {
  const holidays = [
    `${year}-01-01`,
    ...run(addDays(springFestival, -1), 4),
    tombSweeping,
    ...run(`${year}-05-01`, 2),
    dragonBoat,
    midAutumn,
    ...run(`${year}-10-01`, 3),
  ];
  return {
    year,
    status: 'estimated',
    holidays: [...new Set(holidays)].sort(),
    makeupWorkdays: [],
    source: '按法定节假日天数推算，国务院通知发布前为暂定',
  };
}
