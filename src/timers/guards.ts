import type { IsoInstant } from '#machines/kit/words/dates.js';

/**
 * Tells whether an alarm is so long past that the queue must have lost it. The sweeper then rings it itself. `now` and
 * `grace` in milliseconds of the clock.
 */
export const longPast = (at: IsoInstant, now: number, grace: number): boolean => now - Date.parse(at) >= grace;
