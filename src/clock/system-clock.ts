import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import { Kept } from '../persistence/kept.js';
import { SYSTEM_NOW, type ClockStore } from '../persistence/stores/clock.store.js';
import type { Clock } from './clock.js';

/** A machine's stopwatch is exact for this long. Its date may be wrong altogether. */
const COMPARED_EVERY_MS = 5_000;

/** The database's clock. Between two questions to it this machine's stopwatch carries it on. */
export class SystemClock implements Clock {
  readonly sql = SYSTEM_NOW;
  readonly rate = 1;
  private readonly compared = new Kept<'now', { said: number; heard: number }>(() => this.compare(), COMPARED_EVERY_MS);

  constructor(private readonly store: Pick<ClockStore, 'read'>) {}

  async now(): Promise<IsoInstant> {
    const { said, heard } = await this.compared.get('now');
    return instantOf(said + Math.floor(performance.now() - heard));
  }

  private async compare(): Promise<{ said: number; heard: number }> {
    const said = Date.parse(await this.store.read(this.sql));
    // It is counted from the arrival of the answer: the result may be a moment old, but is never ahead.
    return { said, heard: performance.now() };
  }
}
