import type { IsoInstant } from '#machines/kit/words/dates.js';

/**
 * What the time is, for everything that is written down about cases. Every process reads it from the database, so that no
 * machine's own clock has a say; sessions and caches alone ask the machine itself.
 */
export interface Clock {
  /** Never ahead of what the database would say. */
  now(): Promise<IsoInstant>;
  /** The present instant as an SQL expression, for statements that decide by it. */
  readonly sql: string;
  /** How many of its seconds pass in a second; 0 where time stands still until somebody moves it. */
  readonly rate: number;
}

/** Nest injection token of the Clock. */
export const CLOCK = Symbol('CLOCK');
