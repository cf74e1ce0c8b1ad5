import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { removeData } from '#src/embedded/remove.js';
import { Client } from '../support/client.js';
import { eventually } from '../support/external.js';
import { mailServer } from '../support/mail-server.js';
import { ensureBuilt, spawnProgram, type Program } from '../support/spawn-program.js';

const describeDeep = depthFrom(process.env.DEPTH).of(describe.skip, describe);
const READY = /闭环已就绪：http:\/\/localhost:\d+/;

let dataDir: string;
let programs: Program[];

function program(env: Record<string, string> = {}): Program {
  const one = spawnProgram({ DATA_DIR: dataDir, PORT: '0', NODE_ENV: 'test', ...env });
  programs.push(one);
  return one;
}

async function urlOf(one: Program): Promise<string> {
  return (await one.line(READY)).replace(/^.*：/, '');
}

async function postmaster(): Promise<number> {
  const folder = await fs.readFile(path.join(dataDir, 'pg-location'), 'utf8').then(
    (home) => home.trim(),
    () => dataDir,
  );
  const file = path.join(folder, 'pg', 'data', 'postmaster.pid');
  return fs.readFile(file, 'utf8').then(
    (text) => Number(text.split('\n')[0]),
    () => 0,
  );
}

beforeAll(ensureBuilt, 120_000);

beforeEach(async () => {
  dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-boot-'));
  await fs.chmod(dataDir, 0o755);
  programs = [];
});

afterEach(async () => {
  for (const { child } of programs) if (child.exitCode === null) child.kill('SIGKILL');
  await Promise.all(programs.map((one) => one.ended()));
  await removeData(dataDir);
}, 60_000);

describeDeep('the program on its embedded database', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'answers, and ends cleanly within ten seconds on %s',
    async (signal) => {
      const one = program();
      const url = await urlOf(one);
      const ready = await fetch(`${url}/health/ready`);
      expect([ready.status, await ready.json()]).toEqual([200, expect.objectContaining({ status: 'ok' })]);
      expect(await postmaster()).toBeGreaterThan(0);
      expect(one.stdout).toContain('data-bureau');
      const asked = Date.now();
      one.child.kill(signal);
      expect(await one.ended()).toBe(0);
      expect(Date.now() - asked).toBeLessThan(10_000);
      expect(one.stderr).toBe('');
      expect(await postmaster()).toBe(0);
    },
    90_000,
  );

  it('refuses a second program on the same data, and the first goes on', async () => {
    const one = program();
    const url = await urlOf(one);
    const two = program();
    expect(await two.ended()).toBe(1);
    expect(two.stderr).toMatch(/^另一个闭环程序正在使用数据文件夹 .*\n$/);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  }, 90_000);
});

describeDeep('the program on its embedded database', () => {
  it('ends as cleanly with a silent mail server, and accepts no request after its readiness has said so', async () => {
    const post = await mailServer();
    post.hang();
    const one = program({
      CLOCK: 'simulated',
      CLOCK_START: '2026-03-02',
      SMTP_URL: post.url,
      MAIL_FROM: 'bihuan@example.gov.cn',
    });
    const client = new Client(await urlOf(one));
    expect(
      (await client.call('health', 'POST', '/api/v1/me/endpoints', { address: 'health@example.gov.cn' })).status,
    ).toBe(201);
    const { body } = await client.create('county-hospital', 'project', declarationOf('影像云', 100_000_000));
    await client.upload('county-hospital', body.id, 'declarationForm');
    await client.send('county-hospital', body.id, 'declare');
    expect((await client.call('admin', 'POST', '/api/v1/clock', { to: '2026-03-03T10:00:00+08:00' })).status).toBe(200);
    const states = async (): Promise<string[]> =>
      (await client.get('admin', '/api/v1/deliveries')).body.items.map((d: { state: string }) => d.state);
    await eventually(states, (some) => some.includes('sending'));
    const asked = performance.now();
    const refused = async (): Promise<number> => {
      for (;;) {
        try {
          await fetch(`${await urlOf(one)}/health/live`, { headers: { connection: 'close' } });
        } catch {
          return performance.now() - asked;
        }
      }
    };
    one.child.kill('SIGTERM');
    // A second and a half, and some time more for a busy machine.
    expect(await refused()).toBeLessThan(3_000);
    expect(await one.ended()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(one.stderr).toBe('');
    expect(await postmaster()).toBe(0);
    await post.close();
  }, 90_000);

  it('stops without leaving a server behind when asked in the middle of its start', async () => {
    const one = program();
    while ((await postmaster()) === 0) {
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
    one.child.kill('SIGTERM');
    expect(await one.ended()).toBe(0);
    expect(one.stdout).not.toMatch(READY);
    expect(await postmaster()).toBe(0);
  }, 90_000);

  it('continues after it was killed, with the server that kept running', async () => {
    const one = program();
    await urlOf(one);
    one.child.kill('SIGKILL');
    expect(await one.ended()).toBe('SIGKILL');
    const before = await postmaster();
    const two = program();
    await urlOf(two);
    expect(await postmaster()).toBe(before);
    two.child.kill('SIGTERM');
    expect(await two.ended()).toBe(0);
  }, 90_000);

  it('continues after it and its server were killed', async () => {
    const one = program();
    await urlOf(one);
    one.child.kill('SIGKILL');
    process.kill(await postmaster(), 'SIGKILL');
    const two = program();
    expect((await fetch(`${await urlOf(two)}/health/ready`)).status).toBe(200);
    two.child.kill('SIGTERM');
    expect(await two.ended()).toBe(0);
  }, 90_000);

  it('says in one line that the port is taken, and stops its server', async () => {
    const one = program();
    const port = new URL(await urlOf(one)).port;
    const other = await fs.mkdtemp(path.join(dataDir, 'other-'));
    const two = program({ PORT: port, DATA_DIR: other });
    expect(await two.ended()).toBe(1);
    expect(two.stderr).toBe(`端口 ${port} 已被别的程序占用。请先停止它，或用 PORT 换一个端口。\n`);
  }, 90_000);

  it('answers 503 while the database is away, and still ends cleanly', async () => {
    const one = program();
    const url = await urlOf(one);
    process.kill(await postmaster(), 'SIGKILL');
    const away = await fetch(`${url}/health/ready`);
    expect(away.status).toBe(503);
    expect(away.headers.get('content-type')).toContain('application/problem+json');
    expect(away.headers.get('retry-after')).toBe('5');
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    one.child.kill('SIGTERM');
    expect(await one.ended()).toBe(0);
    expect(one.stderr).not.toContain('    at ');
  }, 90_000);
});
