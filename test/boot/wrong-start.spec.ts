import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, promises as fs } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { ensureBuilt, spawnProgram } from '../support/spawn-program.js';

const describeDeep = depthFrom(process.env.DEPTH).of(describe.skip, describe);

let database: FreshDatabase;
let closedPort: number;

beforeAll(async () => {
  ensureBuilt();
  database = await freshDatabase();
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => {
    server.once('listening', resolve);
  });
  closedPort = (server.address() as AddressInfo).port;
  server.close();
}, 120_000);

afterAll(() => database.drop());

async function failure(env: Record<string, string>): Promise<string> {
  const program = spawnProgram({ PORT: '0', NODE_ENV: 'test', ...env });
  expect(await program.ended()).toBe(1);
  expect(program.stdout).toBe('');
  return program.stderr;
}

function urlWith(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.href;
}

describeDeep('a start that cannot succeed says why in one line and exits with 1', () => {
  it('wrong configuration', async () => {
    expect(await failure({ PORT: 'abc' })).toBe('环境变量 PORT 的值“abc”不对：要写 0 到 65535 之间的整数。\n');
  });

  it('simulated clock in production', async () => {
    expect(await failure({ CLOCK: 'simulated', NODE_ENV: 'production' })).toMatch(/^环境变量 CLOCK .*\n$/);
  });

  it('a clock before the first number of the law, which leaves no clock behind', async () => {
    const env = { DATABASE_URL: database.url, CLOCK: 'simulated' };
    expect(await failure({ ...env, CLOCK_START: '2020-01-01' })).toMatch(
      /^环境变量 CLOCK_START 的值“2020-01-01”不对：.*\n$/,
    );
    const good = spawnProgram({ PORT: '0', NODE_ENV: 'test', ...env, CLOCK_START: '2025-03-03' });
    expect(await good.line(/模拟时钟/)).toContain('模拟时钟，现在是 2025-03-03 08:00');
    good.child.kill('SIGTERM');
    expect(await good.ended()).toBe(0);
  });

  it('settings in the address that PostgreSQL does not know', async () => {
    const stderr = await failure({ DATABASE_URL: urlWith((url) => (url.search = '?options=-c%20nothing%3D1')) });
    expect(stderr).toMatch(/^数据库不接受 DATABASE_URL 中的设置.*nothing.*\n$/);
  });

  it('a host that is no name', async () => {
    expect(await failure({ DATABASE_URL: database.url, HOST: 'a..b' })).toBe('本机没有地址 a..b，请检查 HOST。\n');
  });

  it('no database at the address', async () => {
    const stderr = await failure({ DATABASE_URL: `postgres://u:hunter2@127.0.0.1:${closedPort}/x` });
    expect(stderr).toBe('连接不上数据库，请检查 DATABASE_URL 和数据库服务（ECONNREFUSED）。\n');
  });

  it('wrong password', async () => {
    const stderr = await failure({ DATABASE_URL: urlWith((url) => (url.password = 'wrong')) });
    expect(stderr).toBe('数据库拒绝了 DATABASE_URL 中的用户名或口令。\n');
  });

  it('no such database', async () => {
    const stderr = await failure({ DATABASE_URL: urlWith((url) => (url.pathname = '/nowhere')) });
    expect(stderr).toBe('DATABASE_URL 中的数据库不存在，请先创建它。\n');
  });

  it('no Redis at the address', async () => {
    const stderr = await failure({ DATABASE_URL: database.url, REDIS_URL: `redis://127.0.0.1:${closedPort}` });
    expect(stderr).toMatch(/^连接不上 Redis，请检查 REDIS_URL 和 Redis 服务（.*ECONNREFUSED.*）。\n$/);
  });

  it('an address that is not of this machine', async () => {
    const stderr = await failure({ DATABASE_URL: database.url, HOST: '192.0.2.1' });
    expect(stderr).toBe('本机没有地址 192.0.2.1，请检查 HOST。\n');
  });
});

describeDeep('roles', () => {
  it('a worker serves no HTTP, shows that it is alive, and ends cleanly', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-worker-'));
    const worker = spawnProgram({
      TMPDIR: folder,
      DATABASE_URL: database.url,
      ROLE: 'worker',
      PORT: '0',
      NODE_ENV: 'test',
    });
    expect(await worker.line(/闭环已就绪/)).toContain('不提供网页');
    while (!existsSync(path.join(folder, 'bihuan-worker-alive'))) {
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    worker.child.kill('SIGTERM');
    expect(await worker.ended()).toBe(0);
    expect(worker.stderr).toBe('');
    await fs.rm(folder, { recursive: true });
  }, 60_000);
});
