import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { migrations } from '#src/persistence/migrations/index.js';
import { Client } from '../support/client.js';
import { eventually } from '../support/external.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { ensureBuilt, spawnProgram, type Program } from '../support/spawn-program.js';

const describeDeep = depthFrom(process.env.DEPTH).of(describe.skip, describe);

/** The lock that src/persistence/migrate.ts takes while it migrates. */
const MIGRATING = 0x6d696772;

let database: FreshDatabase;
let db: pg.Client;
let dataDir: string;
let programs: Program[];

beforeAll(ensureBuilt, 120_000);

const prepare = async (options: { empty?: boolean } = {}): Promise<void> => {
  database = await freshDatabase(options);
  db = new pg.Client({ connectionString: database.url });
  await db.connect();
  dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-graceful-'));
  programs = [];
};

afterEach(async () => {
  for (const { child } of programs) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await Promise.all(programs.map((one) => one.ended()));
  await db.end();
  await database.drop();
  await fs.rm(dataDir, { recursive: true, force: true });
}, 60_000);

function started(env: Record<string, string> = {}): Program {
  const one = spawnProgram({
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    PORT: '0',
    NODE_ENV: 'test',
    DEMO_DIRECTORY: 'true',
    SWEEP_SECONDS: '1',
    LOG_LEVEL: 'error',
    ...env,
  });
  programs.push(one);
  return one;
}
const urlOf = async (one: Program): Promise<string> => /http:\/\/localhost:\d+/.exec(await one.line(/已就绪/))![0];

const declared = async (client: Client, title: string): Promise<string> => {
  const { body } = await client.create('county-hospital', 'project', declarationOf(title, 100_000_000));
  await client.upload('county-hospital', body.id, 'declarationForm');
  await client.send('county-hospital', body.id, 'declare');
  return body.id;
};

describeDeep('a process that is asked to stop', () => {
  beforeEach(() => prepare());

  it('is not ready, still answers, finishes what is in hand, and ends within ten seconds', async () => {
    const one = started({ ROLE: 'api' });
    const url = await urlOf(one);
    const client = new Client(url);
    const id = await declared(client, '影像云');
    await client.token('health');

    // Another connection holds the case, so the step waits for it.
    await db.query('begin');
    await db.query('select 1 from cases where id = $1 for update', [id]);
    const inHand = client.send('health', id, 'endorse').then(
      ({ status }) => status,
      (error: Error) => error.message,
    );
    await eventually(
      async () =>
        (
          await db.query(
            `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
          )
        ).rows[0].n as number,
      (n) => n > 0,
    );

    const asked = performance.now();
    one.child.kill('SIGTERM');
    await eventually(
      async () => (await fetch(`${url}/health/ready`)).status,
      (status) => status === 503,
    );
    expect(((await fetch(`${url}/health/ready`).then((r) => r.json())) as { checks: unknown }).checks).toEqual({
      database: 'ok',
      documents: 'ok',
      queue: 'ok',
      process: 'failed',
    });
    expect((await client.get('health', '/api/v1/tasks')).status).toBe(200);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);

    await db.query('commit');
    expect(await inHand).toBe(200);
    expect(await one.ended()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    expect(one.stderr).toBe('');
  }, 90_000);
});

describeDeep('a process that is asked to stop', () => {
  beforeEach(() => prepare());

  it('ends even with a request that never ends, and its exit code says that the stop was not clean', async () => {
    const one = started({ ROLE: 'api' });
    const url = await urlOf(one);
    const client = new Client(url);
    const id = await declared(client, '影像云');
    await db.query('begin');
    await db.query('select 1 from cases where id = $1 for update', [id]);
    const inHand = client.send('health', id, 'endorse').then(
      () => 'answered',
      () => 'cut off',
    );
    await eventually(
      async () =>
        (
          await db.query(
            `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
          )
        ).rows[0].n as number,
      (n) => n > 0,
    );
    const asked = performance.now();
    one.child.kill('SIGTERM');
    expect(await one.ended()).toBe(1);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(await inHand).toBe('cut off');
    await db.query('rollback');
  }, 90_000);

  it('carries the messages in hand of thousands and leaves the others to the next process, each once', async () => {
    const api = started({ ROLE: 'api' });
    const id = await declared(new Client(await urlOf(api)), '门诊叫号');
    // A message takes a while to arrive, so that all of them take longer than a stop may.
    await db.query(
      `create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.008); return new; end $$`,
    );
    await db.query('create trigger slowly before insert on notifications for each row execute function slowly()');
    await db.query(
      `insert into outbox (case_id, kind, source, payload, created_at, next_attempt_at)
       select $1::uuid, 'notice', 'test/' || n, '{"kind":"待阅","to":"unit:audit","title":"一","text":"二"}', now(), now() from generate_series(1, 3000) n`,
      [id],
    );
    const carried = async (): Promise<number> =>
      (await db.query(`select count(*)::int as n from notifications where source like 'test/%'`)).rows[0].n;

    const worker = started({ ROLE: 'worker' });
    await worker.line(/已就绪/);
    await eventually(carried, (n) => n > 0);
    const asked = performance.now();
    worker.child.kill('SIGTERM');
    expect(await worker.ended()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(await carried()).toBeLessThan(3000);
    // Nobody holds any of it any more.
    await db.query('select 1 from outbox where done_at is null for update nowait');

    await db.query('drop trigger slowly on notifications');
    await started({ ROLE: 'worker' }).line(/已就绪/);
    await eventually(carried, (n) => n >= 3000);
    expect(
      (
        await db.query(
          `select count(*)::int as n from (select 1 from notifications group by user_id, source having count(*) > 1) d`,
        )
      ).rows[0].n,
    ).toBe(0);
  }, 120_000);
});

describeDeep('processes that start at the same time on an empty database', () => {
  beforeEach(() => prepare({ empty: true }));

  const ran = async (): Promise<string[]> =>
    (await db.query('select name from migrations order by id')).rows.map((r: { name: string }) => r.name);
  const all = migrations.map(({ name }) => name);

  it('four starts at once succeed, and each migration has run once', async () => {
    await Promise.all(['api', 'worker', 'worker', 'api'].map((ROLE) => started({ ROLE }).line(/已就绪/)));
    expect(await ran()).toEqual(all);
  }, 120_000);

  it('a start waits while another process migrates, and migrates nothing again', async () => {
    await db.query('select pg_advisory_lock($1)', [MIGRATING]);
    const [one, two] = [started({ ROLE: 'worker' }), started({ ROLE: 'api' })];
    const waiting = async (): Promise<number> =>
      (await db.query(`select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted`)).rows[0].n;
    await eventually(waiting, (n) => n === 2);
    expect((await db.query(`select to_regclass('cases') as cases`)).rows).toEqual([{ cases: null }]);
    expect([one.stdout, two.stdout].join('')).not.toContain('已就绪');
    await db.query('select pg_advisory_unlock($1)', [MIGRATING]);
    await Promise.all([one.line(/已就绪/), two.line(/已就绪/)]);
    expect(await ran()).toEqual(all);
  }, 120_000);
});
