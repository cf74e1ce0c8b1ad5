import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { OutboxStore } from '#src/persistence/stores/outbox.store.js';
import { Client } from '../support/client.js';
import { freshDatabase } from '../support/fresh-database.js';
import { startApp, type RunningApp } from '../support/start-app.js';

/** An instant after the simulated clock, so that only this test carries these signals. */
const NOON = '2025-03-10T12:00:00+08:00';
const EVENING = '2025-03-10T20:00:00+08:00';

describe('what one case tells another', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let app: RunningApp;
  let store: OutboxStore;
  let ids: string[];

  beforeAll(async () => {
    database = await freshDatabase();
    app = await startApp({ databaseUrl: database.url, clock: 'simulated', clockStart: '2025-01-06' });
    store = app.app.get(OutboxStore);
    const client = new Client(app.url);
    ids = [];
    for (const title of ['计划', '甲', '乙'])
      ids.push((await client.create('education', 'project', declarationOf(title, 100_000_000))).body.id);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const say = async (words: readonly (readonly [event: string, to: string | null])[]): Promise<void> => {
    for (const [event, to] of words) {
      await app.app
        .get(DataSource)
        .query(
          `insert into outbox (case_id, kind, source, payload, created_at, next_attempt_at) values ($1, 'signal', $2, $3, $4, $4)`,
          [
            ids[0],
            `test-${event}`,
            JSON.stringify({ relation: 'items', event, data: null, ...(to ? { to } : {}) }),
            NOON,
          ],
        );
    }
  };
  /** Returns what is carried at a time, batch after batch. `failing` does not arrive. */
  const carried = async (at: string, failing?: string): Promise<string[]> => {
    const said: string[] = [];
    while (
      await store.next(
        at as never,
        10,
        (messages) => {
          const events = messages.map((m) => [m.id, (m.payload as { event: string }).event] as const);
          said.push(...events.map(([, event]) => event));
          return Promise.resolve(new Map(events.filter(([, event]) => event === failing).map(([id]) => [id, 'away'])));
        },
        { signalsOf: ids[0]! },
      )
    );
    return said;
  };

  it('waits for what it told that case before, but not for what it told others', async () => {
    await say([
      ['listed', ids[1]!],
      ['listedToo', ids[2]!],
      ['moved', ids[1]!],
      ['movedToo', ids[2]!],
    ]);
    expect(await carried(NOON, 'listed')).toEqual(['listed', 'listedToo', 'movedToo']);
    expect(await carried(EVENING)).toEqual(['listed', 'moved']);
  });

  it('told to all waits for each earlier signal, and each later one waits for it', async () => {
    await say([
      ['one', ids[1]!],
      ['all', null],
      ['other', ids[2]!],
    ]);
    expect(await carried(NOON, 'one')).toEqual(['one']);
    expect(await carried(EVENING)).toEqual(['one', 'all', 'other']);
  });

  it('does not wait for one that was given up', async () => {
    await say([
      ['lost', ids[1]!],
      ['next', ids[1]!],
    ]);
    await app.app
      .get(DataSource)
      .query(`update outbox set failed_at = $1, next_attempt_at = $2 where source = 'test-lost'`, [NOON, EVENING]);
    expect(await carried(NOON)).toEqual(['next']);
  });
});
