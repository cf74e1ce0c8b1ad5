import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { emptyDatabase, eventually, fleet, type Fleet } from '../support/external.js';
import { ensureBuilt } from '../support/spawn-program.js';

const REDIS_URL = process.env.REDIS_URL;
const backends = [
  ['Redis', { REDIS_URL: REDIS_URL ?? '' }],
  ['PostgreSQL', {}],
] as const;

beforeAll(() => {
  if (!REDIS_URL) throw new Error('REDIS_URL is missing: npm run test:external needs a Redis server.');
  ensureBuilt();
});

describe.each(backends)('api and worker as separate processes, BullMQ on %s', (backend, queue) => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let processes: Fleet;
  let client: Client;
  let api: Awaited<ReturnType<Fleet['start']>>;
  let worker: Awaited<ReturnType<Fleet['start']>>;

  beforeAll(async () => {
    database = await emptyDatabase();
    processes = await fleet({ DATABASE_URL: database.url, ...queue });
    // Both start at once on an empty database. The second one waits for the migrations of the first.
    [api, worker] = await Promise.all([processes.start({ ROLE: 'api' }), processes.start({ ROLE: 'worker' })]);
    client = new Client(api.url!);
  });
  afterAll(async () => {
    await processes.end();
    await database.drop();
  });

  const declared = async (title: string): Promise<string> => {
    const { body } = await client.create('county-hospital', 'project', declarationOf(title, 100_000_000));
    await client.upload('county-hospital', body.id, 'declarationForm');
    const sent = await client.send('county-hospital', body.id, 'declare');
    expect(sent.status).toBe(200);
    return body.id;
  };
  /** Moves the first rung of these deadlines to this number of seconds from now, as if the day had come. */
  const ringIn = (ids: readonly string[], seconds: number) =>
    database.query(
      `update deadlines set next_at = now() + make_interval(secs => $2) where case_id = any($1::uuid[]) and name = 'endorsement'`,
      [ids, seconds],
    );
  const fired = async (ids: readonly string[]): Promise<{ cases: number; rows: number }> =>
    (
      await database.query<{ cases: number; rows: number }>(
        `select count(distinct case_id)::int as cases, count(*)::int as rows from reminders where case_id = any($1::uuid[])`,
        [ids],
      )
    ).rows[0]!;
  const doubled = async (): Promise<number> =>
    (
      await database.query<{ n: number }>(
        'select count(*)::int as n from (select 1 from notifications group by user_id, source having count(*) > 1) d',
      )
    ).rows[0]!.n;

  it('a step taken at the api reaches the inbox through the worker', async () => {
    const id = await declared('跨进程');
    await eventually(
      async () => (await client.get('health', `/api/v1/notifications?case=${id}`)).body.items.length as number,
      (n) => n === 1,
    );
  });

  it('alarms in the queue ring once; if the queue loses them they still ring once', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, (_, i) => declared(`闹钟${i}`)));
    await ringIn(ids, 4);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    if (backend === 'Redis') {
      const redis = new Redis(REDIS_URL!);
      expect(await redis.dbsize()).toBeGreaterThan(0);
      await redis.flushall();
      await redis.quit();
    } else {
      await database.query('delete from bullmq.job');
    }
    await eventually(
      () => fired(ids),
      ({ cases }) => cases === ids.length,
    );
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await fired(ids)).toEqual({ cases: 20, rows: 20 });
    expect(await doubled()).toBe(0);
  });

  it('another worker finishes the work of a killed one, and nothing happens twice', async () => {
    const ids = await Promise.all(Array.from({ length: 60 }, (_, i) => declared(`断电${i}`)));
    await ringIn(ids, 1.5);
    await eventually(
      () => fired(ids),
      ({ rows }) => rows > 0,
    );
    worker.program.child.kill('SIGKILL');
    await worker.program.ended();
    const accepted = await client.send('health', ids[0]!, 'endorse');
    expect(accepted.status).toBe(200);
    worker = await processes.start({ ROLE: 'worker' });
    await eventually(
      async () =>
        (
          await database.query<{ n: number }>(
            `select count(*)::int as n from deadlines where case_id = any($1::uuid[]) and next_at < now() and status = 'open'`,
            [ids],
          )
        ).rows[0]!.n,
      (n) => n === 0,
    );
    await eventually(
      async () =>
        (await database.query<{ n: number }>('select count(*)::int as n from outbox where done_at is null')).rows[0]!.n,
      (n) => n === 0,
    );
    const { rows, cases } = await fired(ids);
    // The deadline of the first case ended with its endorsement, perhaps before it rang.
    expect(cases).toBeGreaterThanOrEqual(ids.length - 1);
    expect(rows).toBe(cases);
    expect(await doubled()).toBe(0);
  });
});

describe('while Redis is away', () => {
  it('steps are accepted, reminders come from the sweeper, and nobody waits for the queue', async () => {
    const { spawn } = await import('node:child_process');
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const redis = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], {
      stdio: 'ignore',
    });
    const database = await emptyDatabase();
    const processes = await fleet({ DATABASE_URL: database.url, REDIS_URL: `redis://127.0.0.1:${port}` });
    try {
      await eventually(async () => {
        const probe = new Redis(port, { lazyConnect: true, retryStrategy: () => null });
        probe.on('error', () => undefined);
        const up = await probe.connect().then(
          () => true,
          () => false,
        );
        probe.disconnect();
        return up;
      }, Boolean);
      const { url } = await processes.start({ ROLE: 'all' });
      const client = new Client(url!);
      const { body } = await client.create('county-hospital', 'project', declarationOf('队列停了', 100_000_000));
      await client.upload('county-hospital', body.id, 'declarationForm');
      redis.kill('SIGKILL');
      await new Promise((resolve) => redis.once('exit', resolve));

      const before = performance.now();
      expect((await client.send('county-hospital', body.id, 'declare')).status).toBe(200);
      expect(performance.now() - before).toBeLessThan(5_000);
      const ready = await fetch(`${url}/health/ready`);
      expect([ready.status, await ready.json()]).toEqual([
        200,
        { status: 'ok', checks: { database: 'ok', documents: 'ok', queue: 'failed' } },
      ]);
      await database.query(
        `update deadlines set next_at = now() - interval '1 minute' where case_id = $1 and name = 'endorsement'`,
        [body.id],
      );
      await eventually(
        async () => (await client.get('health', '/api/v1/notifications')).body.items.length as number,
        (n) => n === 2,
      );
    } finally {
      redis.kill('SIGKILL');
      await processes.end();
      await database.drop();
    }
  });
});
