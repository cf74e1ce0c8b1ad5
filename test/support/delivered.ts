import { setTimeout as sleep } from 'node:timers/promises';
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
