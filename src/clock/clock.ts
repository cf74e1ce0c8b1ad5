import type { IsoInstant } from '#machines/kit/words/dates.js';

/**
 * The time for everything that is recorded about cases. Every process reads it from the database, so that no machine's
 * own clock matters; only sessions and caches ask the machine itself.
 */
export interface Clock {
  /** Never later than what the database would say. */
  now(): Promise<IsoInstant>;
  /** The present instant as an SQL expression, for statements that decide by it. */
  readonly sql: string;
  /** How many of its seconds pass in a second. 0 if time stands still until somebody moves it. */
  readonly rate: number;
}

/** Nest injection token of the Clock. */
export const CLOCK = Symbol('CLOCK');
