import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';

export const MOST_ATTEMPTS = 8;
const FIRST_MS = 60_000;
const LONGEST_MS = 6 * 3_600_000;

/** When a message is tried again after so many attempts in vain: a minute, then four times as long each time, at most six hours. */
export const nextAttempt = (now: IsoInstant, attempts: number): IsoInstant =>
  instantOf(Date.parse(now) + Math.min(FIRST_MS * 4 ** (attempts - 1), LONGEST_MS));

/**
 * When a message is tried whose server has just left another one without an answer: after a real minute. By a clock that is moved by hand
 * after the longest pause, or its journey would stop at every minute while the server is away.
 */
export const leftAlone = (now: IsoInstant, rate: number): IsoInstant =>
  instantOf(Date.parse(now) + (rate === 0 ? LONGEST_MS : FIRST_MS * rate));
