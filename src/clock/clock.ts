import { instantOf, type IsoInstant } from '#machines/kit/dates.js';

/** What the time is, for everything that is written down about cases. Sessions and caches ask the machine itself. */
export interface Clock {
  now(): Promise<IsoInstant>;
}

/** Nest injection token of the Clock. */
export const CLOCK = Symbol('CLOCK');

export const systemClock: Clock = { now: async () => instantOf(Date.now()) };
