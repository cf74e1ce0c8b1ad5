import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { CLOCK, type Clock } from '#src/clock/clock.js';
import { dataSourceOptions } from '#src/persistence/data-source.js';
import { DeliveryStore } from '#src/persistence/stores/delivery.store.js';
import { OutboxStore } from '#src/persistence/stores/outbox.store.js';
import { RecountStore } from '#src/persistence/stores/recount.store.js';
import { TimerStore } from '#src/persistence/stores/timer.store.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

/** What a process asks of the database every few seconds, however long the house has been in use. */

const describeDeep = depthFrom(process.env.DEPTH).of(describe.skip, describe);
const FINISHED = 20_000;
const WAITING = 14_000;
/** Far less than what is finished, and more than what is under way here. */
const FEW = 500;

describeDeep(`beside ${FINISHED} finished rows of each kind`, () => {
  let app: RunningApp;
  /** One connection, so that the server's count of the rows it has read can be flushed from it. */
  let db: DataSource;
  let clock: Clock;

  beforeAll(async () => {
    app = await startApp({ role: 'api' });
    clock = app.app.get<Clock>(CLOCK);
    db = new DataSource(dataSourceOptions(app.config.databaseUrl, 1));
    await db.initialize();
    const client = new Client(app.url);
    const { id } = (await client.create('county-hospital', 'project', declarationOf('影像云', 100_000_000))).body;
    await client.upload('county-hospital', id, 'declarationForm');
    await client.send('county-hospital', id, 'declare');
    await db.query(
      `insert into endpoints (user_id, channel, address, created_by, created_at) values ('health', 'email', 'a@b.cn', 'admin', now())`,
    );
    await db.query(
      `insert into deliveries (key, endpoint_id, kind, state, planned_at, due_at, next_attempt_at) select 'k', id, 'digest', 'planned', now(), now(), now() + interval '1 day' from endpoints limit 1`,
    );
    await db.query(
      `insert into answers (actor_id, key, request, status, body, at) values ('health', 'k', '', 200, '{}', now())`,
    );
    await copied(
      'cases',
      `'id', gen_random_uuid(), 'number', 'XM-1-' || n, 'businessKey', null, 'business_key', null, 'status', 'closed', 'counted_with', 0`,
    );
    await copied(
      'deadlines',
      `'id', 'd' || n, 'occurrence', 1000 + n, 'status', 'done', 'next_rung', null, 'next_at', null`,
    );
    await copied(
      'outbox',
      `'id', nextval(pg_get_serial_sequence('outbox', 'id')), 'source', 's' || n, 'done_at', now()`,
    );
    await copied('deliveries', `'id', gen_random_uuid(), 'key', 'k' || n, 'state', 'delivered'`);
    await copied('answers', `'key', 'a' || n`);
  }, 300_000);
  afterAll(async () => {
    await db.destroy();
    await app.close();
  });

  /** Adds many rows like one that is there, with these values changed. */
  async function copied(table: string, changes: string, rows = FINISHED): Promise<void> {
    await db.query(
      `insert into ${table} overriding system value select (jsonb_populate_record(null::${table}, one || jsonb_build_object(${changes}))).* from (select to_jsonb(t) as one from ${table} t limit 1), generate_series(1, ${rows}) n`,
    );
    const [{ n }] = await db.query(`select count(*)::int as n from ${table}`);
    if (n < rows) throw new Error(`there was no row of ${table} to copy`);
  }

  /** Counts the rows and the entries of indexes that the server reads for some work. */
  async function readFor(work: () => Promise<unknown>): Promise<number> {
    const read = async (): Promise<number> => {
      await db.query('select pg_stat_force_next_flush()');
      const [{ n }] = await db.query(
        `select (select sum(seq_tup_read) from pg_stat_user_tables) + (select sum(idx_tup_read) from pg_stat_user_indexes) as n`,
      );
      return Number(n);
    };
    const before = await read();
    await work();
    return (await read()) - before;
  }

  const works: Record<string, () => Promise<unknown>> = {
    'the messages to carry': async () => new OutboxStore(db, clock).next(await clock.now(), 50, async () => new Map()),
    'the message to send': async () => new DeliveryStore(db).claim(await clock.now(), ['email']),
    'the messages to send soon': async () =>
      new DeliveryStore(db).dueBetween(await clock.now(), '2100-01-01T00:00:00Z', 100),
    'what rings soon': async () => new TimerStore(db, clock).dueBy('2100-01-01T00:00:00Z', 100),
    'what is behind the calendar': async () => new RecountStore(db).behind([], 100),
    'the answers to forget': async () => new TimerStore(db, clock).forgetAnswers('2000-01-01T00:00:00Z'),
  };

  describe.each([
    ['with the statistics that autovacuum has made', false],
    ['with statistics made now', true],
  ] as const)('%s', (_, analyzed) => {
    beforeAll(async () => {
      if (analyzed) await db.query('analyze');
    });

    it.each(Object.entries(works))('%s: it reads few rows', async (_name, work) => {
      expect(await readFor(work)).toBeLessThan(FEW);
    });
  });

  describe.each([
    ['messages', `'kind', 'notice'`],
    ['signals', `'kind', 'signal', 'payload', jsonb_build_object('to', gen_random_uuid())`],
  ])(`while ${WAITING} %s wait`, (kind, changes) => {
    beforeAll(() =>
      copied(
        'outbox',
        `'id', nextval(pg_get_serial_sequence('outbox', 'id')), 'source', '${kind}' || n, 'done_at', null, ${changes}`,
        WAITING,
      ),
    );

    it('one batch reads few rows', async () => {
      expect(await readFor(works['the messages to carry']!)).toBeLessThan(FEW);
    });
  });

  it('counts what is read: the whole outbox is more than a few rows', async () => {
    expect(
      await readFor(() => db.query('select count(*) from outbox where payload is not null')),
    ).toBeGreaterThanOrEqual(FINISHED);
  });
});
