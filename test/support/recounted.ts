import { setTimeout as sleep } from 'node:timers/promises';
import { RecountStore } from '#src/persistence/stores/recount.store.js';
import type { RunningApp } from './start-app.js';

/** Waits until the program's own worker has recounted every case with the newest calendar. */
export async function recounted({ app }: RunningApp): Promise<void> {
  const store = app.get(RecountStore, { strict: false });
  while ((await store.behind([], 1)).cases.length > 0) await sleep(20);
}
