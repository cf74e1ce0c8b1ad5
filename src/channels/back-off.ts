import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';

export const MOST_ATTEMPTS = 8;
const FIRST_MS = 60_000;
const LONGEST_MS = 6 * 3_600_000;

/**
 * Returns when a message is tried again after this number of failed attempts: after a minute, then four times as long
 * each time, at most six hours.
 */
export const nextAttempt = (now: IsoInstant, attempts: number): IsoInstant =>
  instantOf(Date.parse(now) + Math.min(FIRST_MS * 4 ** (attempts - 1), LONGEST_MS));

/**
 * Returns when a message is tried whose server has just not answered another one: after a real minute. With a clock
 * that is moved by hand it is after the longest pause, or the journey would stop at every minute while the server is
 * away.
 */
export const leftAlone = (now: IsoInstant, rate: number): IsoInstant =>
  instantOf(Date.parse(now) + (rate === 0 ? LONGEST_MS : FIRST_MS * rate));
