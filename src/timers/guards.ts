import type { IsoInstant } from '#machines/kit/words/dates.js';

/** Whether an alarm is so long past that the queue must have lost it; `now` and `grace` in milliseconds of the clock. The sweeper rings it itself. */
export const longPast = (at: IsoInstant, now: number, grace: number): boolean => now - Date.parse(at) >= grace;
