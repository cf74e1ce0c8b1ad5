/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Days compare as strings. */
export type IsoDate = string;
/** An instant, ISO 8601 with an offset. */
export type IsoInstant = string;

const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

const asUtc = (day: IsoDate): number => Date.parse(`${day}T00:00:00Z`);
const fromUtc = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10);

/** The days that anything here can be about. Beyond them a day is a slip of the pen, and databases differ on it. */
export const FIRST_DAY: IsoDate = '1900-01-01';
export const LAST_DAY: IsoDate = '2200-12-31';

/** The offsets that some place on earth keeps, in minutes. */
const LEAST_OFFSET = -12 * 60;
const MOST_OFFSET = 14 * 60;

/** Tells whether a day that exists lies within the days that anything here can be about. */
export const isWithin = (day: IsoDate): boolean => day >= FIRST_DAY && day <= LAST_DAY;

/** Tells the same of an instant, by its day in Asia/Shanghai, and whether its offset is one that some place keeps. */
export function isInstantWithin(instant: IsoInstant): boolean {
  const offset = /([+-])(\d{2}):(\d{2})$/.exec(instant);
  const minutes = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  return minutes >= LEAST_OFFSET && minutes <= MOST_OFFSET && isWithin(dayOf(instant));
}

/** Tells whether `text` is a day that exists: `2026-02-30` is not. */
export function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = asUtc(text);
  return !Number.isNaN(ms) && fromUtc(ms) === text;
}

/** Returns the day in Asia/Shanghai (UTC+8, no summer time since 1991) on which an instant falls. */
export function dayOf(instant: IsoInstant): IsoDate {
  return fromUtc(Date.parse(instant) + SHANGHAI_OFFSET_MS);
}

/** Returns the instant at `hour` o'clock of a day in Asia/Shanghai. Hour 24 is the end of the day. */
export function at(day: IsoDate, hour: number): IsoInstant {
  const ms = asUtc(day) - SHANGHAI_OFFSET_MS + hour * 3_600_000;
  return instantOf(ms);
}

/** Returns milliseconds since the epoch as an instant written with the offset of Asia/Shanghai. */
export function instantOf(ms: number): IsoInstant {
  return new Date(ms + SHANGHAI_OFFSET_MS).toISOString().replace('Z', '+08:00');
}

export function addDays(day: IsoDate, days: number): IsoDate {
  // Periods are counted day by day. Most steps stay within the month and need no Date.
  const date = Number(day.slice(8)) + days;
  if (date >= 1 && date <= 28 && day.length === 10) return day.slice(0, 8) + String(date).padStart(2, '0');
  return fromUtc(asUtc(day) + days * DAY_MS);
}

/** Counts the calendar days from `from` to `to`. Negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((asUtc(to) - asUtc(from)) / DAY_MS);
}

/** Returns the corresponding day `months` later, or the month's last day if there is none (民法典 201, 202). */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date, last));
  return fromUtc(target.getTime());
}

/** Returns 0 for Sunday … 6 for Saturday. */
export function weekday(day: IsoDate): number {
  return new Date(asUtc(day)).getUTCDay();
}

export const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));
