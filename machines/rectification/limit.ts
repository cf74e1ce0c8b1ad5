import { z } from 'zod';
import { addDays, type IsoDate } from '../kit/dates.js';
import type { Facts } from '../kit/facts.js';
import { day } from '../kit/fields.js';

/** 限期: so many days from the order, or a day. */
export const limit = z
  .union([z.strictObject({ days: z.int().positive().max(366).meta({ description: '自今日起的日数' }) }), z.strictObject({ until: day })])
  .meta({ description: '整改期限：日数或者截止日期' });
export type Limit = z.infer<typeof limit>;

/** The day as it is counted, before a holiday moves it. */
export const countedDay = (given: Limit, today: IsoDate): IsoDate => ('until' in given ? given.until : addDays(today, given.days));

/** The last day in time: a count that ends on a holiday ends on the first workday after it (民法典 203), a day somebody named stays. */
export const lastDayOf = (given: Limit, { today, calendar }: Pick<Facts, 'today' | 'calendar'>): IsoDate =>
  'until' in given ? given.until : calendar.rollForward(countedDay(given, today));
