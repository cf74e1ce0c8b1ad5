import { instantOf, type IsoInstant } from '#machines/kit/dates.js';

export const MOST_ATTEMPTS = 8;
const FIRST_MS = 60_000;
const LONGEST_MS = 6 * 3_600_000;

/** When a message is tried again after so many attempts in vain: a minute, then four times as long each time, at most six hours. */
export const nextAttempt = (now: IsoInstant, attempts: number): IsoInstant =>
  instantOf(Date.parse(now) + Math.min(FIRST_MS * 4 ** (attempts - 1), LONGEST_MS));
