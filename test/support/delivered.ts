import { setTimeout as sleep } from 'node:timers/promises';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import { CLOCK, type Clock } from '#src/clock/clock.js';
import { Relay } from '#src/notices/relay.js';
import { OutboxStore } from '#src/persistence/stores/outbox.store.js';
import type { RunningApp } from './start-app.js';

/** Waits until everything that has left the cases has arrived; the program's own worker may be carrying some of it. */
export async function delivered({ app }: RunningApp): Promise<void> {
  for (;;) {
    await app.get(Relay).run();
    if ((await app.get(OutboxStore).waiting()) === 0) return;
    await sleep(20);
  }
}

/** What a step has opened too late on a clock that stands still rings when the clock is moved: until then only what was due before has rung. */
export const momentAgo = async ({ app }: RunningApp): Promise<IsoInstant> =>
  instantOf(Date.parse(await app.get<Clock>(CLOCK).now()) - 1);
