import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { createCasePool } from '#src/persistence/case-pool.js';
import { dataSourceOptions } from '#src/persistence/data-source.js';
import { migrate } from '#src/persistence/migrate.js';
import { openQueue } from '#src/timers/queues.js';
import { Client } from './support/client.js';
import { freshDatabase, type FreshDatabase } from './support/fresh-database.js';
import { startApp, type RunningApp } from './support/start-app.js';

const describeDeep = depthFrom(process.env.DEPTH).of(describe.skip, describe);

/** What an administrator may have set for all who come, each other than what PostgreSQL brings. */
const ODD: Readonly<Record<string, string>> = {
  datestyle: 'SQL, DMY',
  intervalstyle: 'sql_standard',
  timezone: 'America/St_Johns',
  bytea_output: 'escape',
  extra_float_digits: '-3',
  standard_conforming_strings: 'off',
  backslash_quote: 'off',
  array_nulls: 'off',
  transform_null_equals: 'on',
  default_transaction_isolation: 'serializable',
  default_transaction_deferrable: 'on',
  statement_timeout: '77s',
  lock_timeout: '7s',
  idle_in_transaction_session_timeout: '70s',
  idle_session_timeout: '70s',
  search_path: 'pg_catalog',
  client_encoding: 'GBK',
};

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase({ empty: true });
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  const name = new URL(database.url).pathname.slice(1);
  for (const [setting, value] of Object.entries(ODD))
    await owner.query(`alter database ${name} set ${setting} = ${owner.escapeLiteral(value)}`);
  await owner.end();
  await migrate(database.url);
}, 60_000);
afterAll(() => database.drop());

type Ask = (statement: string) => Promise<{ name: string; setting: string }[]>;

describeDeep('a server with other defaults', () => {
  it('has them for a stranger', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ timezone: string }>('show timezone');
    expect(rows).toEqual([{ TimeZone: ODD.timezone }]);
    await client.end();
  });

  it.each<[who: string, open: () => Promise<{ ask: Ask; close: () => Promise<unknown> }>]>([
    [
      'TypeORM',
      async () => {
        const source = await new DataSource(dataSourceOptions(database.url)).initialize();
        return { ask: (statement) => source.query(statement), close: () => source.destroy() };
      },
    ],
    [
      'the engine',
      async () => {
        const pool = createCasePool(database.url);
        return { ask: async (statement) => (await pool.query(statement)).rows, close: () => pool.end() };
      },
    ],
  ])('does not have them for %s', async (_, open) => {
    const { ask, close } = await open();
    const set = await ask('select name, setting from pg_settings');
    await close();
    const now = Object.fromEntries(set.map(({ name, setting }) => [name.toLowerCase(), setting]));
    for (const [name, odd] of Object.entries(ODD)) expect([name, now[name]]).not.toEqual([name, odd]);
    expect(now).toMatchObject({ timezone: 'UTC', datestyle: 'ISO, YMD', bytea_output: 'hex', client_encoding: 'UTF8' });
  });

  it('carries the queue, also where the address brings options of its own', async () => {
    const url = new URL(database.url);
    url.searchParams.set('options', '-c work_mem=8MB');
    for (const databaseUrl of [database.url, url.href]) {
      const queue = openQueue({ ...running.config, databaseUrl });
      await queue.waitUntilReady();
      expect(await queue.getJobCounts('waiting')).toEqual({ waiting: expect.any(Number) });
      await queue.close();
    }
  });
});

let running: RunningApp;
let client: Client;
beforeAll(async () => {
  running = await startApp({
    databaseUrl: database.url,
    clock: 'simulated',
    clockStart: '2025-01-06',
    sweepSeconds: 1,
  });
  client = new Client(running.url);
}, 60_000);
afterAll(() => running?.close());

describeDeep('the program on it', () => {
  it('keeps days and instants as they are, from the clock to the last reminder', async () => {
    expect((await client.get('admin', '/api/v1/clock')).body).toEqual({ now: '2025-01-06T08:00:00.000+08:00' });
    const made = await client.create('county-hospital', 'project', declarationOf('影像\\云', 100_000_000));
    expect([made.status, made.body.title]).toEqual([201, '影像\\云']);
    const { id } = made.body;
    await client.upload('county-hospital', id, 'declarationForm');
    const sent = await client.send('county-hospital', id, 'declare');
    expect(sent.status).toBe(200);
    const [due] = sent.body.deadlines as { dueOn: string }[];
    expect(due!.dueOn).toMatch(/^2025-01-\d\d$/);
    await client.passTo('2025-03-03');
    const { body } = await client.get('health', '/api/v1/notifications');
    expect(body.items.length).toBeGreaterThan(1);
    for (const path of [
      'cases',
      'tasks',
      'supervision/stuck',
      'supervision/statistics',
      `cases/${id}/history`,
      'audit',
    ])
      expect([path, (await client.get('supervisor', `/api/v1/${path}`)).status]).toEqual([path, 200]);
  });
});
