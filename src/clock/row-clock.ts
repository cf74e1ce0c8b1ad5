import type { IsoInstant } from '#machines/kit/words/dates.js';
import type { ClockStore } from '../persistence/stores/clock.store.js';
import type { Clock } from './clock.js';

/** A clock kept in a row. It is read every time, because it may have been moved, or runs faster than any answer. */
export class RowClock implements Clock {
  constructor(
    private readonly store: ClockStore,
    readonly sql: string,
    readonly rate: number,
  ) {}

  now(): Promise<IsoInstant> {
    return this.store.read(this.sql);
  }
}
