import { z } from 'zod';
import type { Facts } from '#machines/kit/case/facts.js';
import { addDays, type IsoDate } from '#machines/kit/words/dates.js';
import { day } from '#machines/kit/words/fields.js';
import { lastDay, type Period } from '#machines/kit/words/period.js';

/** 限期: a number of days from the order, or a day. */
export const limit = z
  .union([
    z.strictObject({ days: z.int().positive().max(366).meta({ description: '自今日起的日数' }) }),
    z.strictObject({ until: day }),
  ])
  .meta({ description: '整改期限：日数或者截止日期' });
export type Limit = z.infer<typeof limit>;

/** Returns the day as it is counted, before a holiday moves it. */
export const countedDay = (given: Limit, today: IsoDate): IsoDate =>
  'until' in given ? given.until : addDays(today, given.days);

/** A limit as it was set, and the day it is counted from. The calendar in force gives the resulting day. */
export type SetLimit = { on: IsoDate } & Limit;

export const namedDay = (set: SetLimit): IsoDate | null => ('until' in set ? set.until : null);
export const lengthOf = (set: SetLimit): Period | null => ('until' in set ? null : { n: set.days, unit: 'days' });

/**
 * Returns the last day in time. A count that ends on a holiday ends on the first workday after it (民法典 203); a named
 * day stays.
 */
export const lastDayOf = (set: SetLimit, { calendar }: Pick<Facts, 'calendar'>): IsoDate =>
  namedDay(set) ?? lastDay(lengthOf(set)!, set.on, calendar);
