import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { Redis } from 'ioredis';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { emptyDatabase, eventually, fleet, type Fleet } from '../support/external.js';
import { ensureBuilt, type Program } from '../support/spawn-program.js';

let server: ChildProcess;
let redis: Redis;
let database: Awaited<ReturnType<typeof emptyDatabase>>;
let processes: Fleet;
let client: Client;
let program: Program;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

beforeAll(async () => {
  ensureBuilt();
  const port = await freePort();
  server = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], { stdio: 'ignore' });
  redis = new Redis(port, { retryStrategy: () => 100 });
  redis.on('error', () => undefined);
  await redis.ping();
  database = await emptyDatabase();
  processes = await fleet({ DATABASE_URL: database.url, REDIS_URL: `redis://127.0.0.1:${port}` });
  const started = await processes.start({ ROLE: 'all' });
  ({ program } = started);
  client = new Client(started.url!);
}, 120_000);
afterAll(async () => {
  await processes?.end();
  redis?.disconnect();
  server?.kill('SIGKILL');
  await database?.drop();
});

const queue = async (): Promise<unknown> => {
  const answer = await fetch(`${client.url}/health/ready`);
  return [answer.status, ((await answer.json()) as { checks: { queue: string } }).checks.queue];
};
const is = (state: string) => (value: unknown) => JSON.stringify(value) === JSON.stringify([200, state]);

describe('a Redis that refuses what is written', () => {
  it.each<[state: string, advice: string, begin: () => Promise<unknown>, end: () => Promise<unknown>]>([
    [
      'OOM',
      '队列的 Redis 内存已满',
      () => redis.config('SET', 'maxmemory', '1'),
      () => redis.config('SET', 'maxmemory', '0'),
    ],
    ['READONLY', '队列的 Redis 只读', () => redis.replicaof('127.0.0.1', 1), () => redis.replicaof('NO', 'ONE')],
  ])(
    '%s is shown and said, steps and messages go on, and it is over by itself',
    async (state, advice, begin, end) => {
      await eventually(queue, is('ok'));
      const { body } = await client.create('county-hospital', 'project', declarationOf(`影像云${state}`, 100_000_000));
      await client.upload('county-hospital', body.id, 'declarationForm');
      await begin();
      await eventually(queue, is('failed'));
      expect((await client.send('county-hospital', body.id, 'declare')).status).toBe(200);
      await eventually(
        async () => (await client.get('health', `/api/v1/notifications?case=${body.id}`)).body.items.length as number,
        (n) => n === 1,
      );
      expect(program.stdout + program.stderr).toContain(advice);
      await end();
      await eventually(queue, is('ok'));
    },
    90_000,
  );
});
