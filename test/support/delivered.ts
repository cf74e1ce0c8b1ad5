import { setTimeout as sleep } from 'node:timers/promises';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import { CLOCK, type Clock } from '#src/clock/clock.js';
import { Relay } from '#src/notices/relay.js';
import { OutboxStore } from '#src/persistence/stores/outbox.store.js';
import type { RunningApp } from './start-app.js';

/** Waits until everything that has left the cases has arrived. The program's own worker may be carrying some of it. */
export async function delivered({ app }: RunningApp): Promise<void> {
  for (;;) {
    await app.get(Relay).run();
    if ((await app.get(OutboxStore).waiting()) === 0) return;
    await sleep(20);
  }
}

/**
 * Returns an instant a moment ago. On a clock that stands still, a deadline that opens too late rings only when the
 * clock moves; until then only earlier ones have rung.
 */
export const momentAgo = async ({ app }: RunningApp): Promise<IsoInstant> =>
  instantOf(Date.parse(await app.get<Clock>(CLOCK).now()) - 1);
