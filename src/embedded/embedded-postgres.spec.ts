import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { StartError } from '../start-error.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { removeData } from './remove.js';

/** Each of them makes a server of its own. */
const itDeep = depthFrom(process.env.DEPTH).of(it.skip, it);

let dataDir: string;

function start(folder = dataDir): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir: folder, durable: false, maxConnections: 20 });
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

beforeEach(async () => {
  dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-embedded-'));
  await fs.chmod(dataDir, 0o755);
});

afterEach(async () => {
  await removeData(dataDir);
});

describe('the embedded PostgreSQL', () => {
  it('keeps its data, asks for a password and gives the application no superuser', async () => {
    const first = await start();
    expect(first.reused).toBe(false);
    await query(first.url, `create table kept as select '县' as word`);
    expect(await query(first.url, 'select rolsuper, rolcreatedb from pg_roles where rolname = current_user')).toEqual([
      { rolsuper: false, rolcreatedb: true },
    ]);
    const { pathname, port } = new URL(first.url);
    await expect(query(`postgres://bihuan:guess@127.0.0.1:${port}${pathname}`, 'select 1')).rejects.toThrow(/password/);
    expect((await fs.stat(path.join(first.folder, 'password'))).mode & 0o777).toBe(0o600);
    await first.stop();
    await first.stop();

    const second = await start();
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: '县' }]);
    expect(await query(second.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await query(second.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(second.superuserUrl, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
  }, 60_000);

  itDeep(
    'lets one of two first starts at the same moment win completely',
    async () => {
      const results = await Promise.allSettled([start(), start()]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const [loser] = results.filter((result) => result.status === 'rejected');
      expect(loser?.reason).toBeInstanceOf(StartError);
      expect((loser?.reason as Error).message).toContain('另一个闭环程序');
      expect((await fs.readdir(dataDir)).filter((name) => name.includes('.new-'))).toEqual([]);
    },
    60_000,
  );

  itDeep(
    'ignores the record of a server whose number now belongs to another program',
    async () => {
      const first = await start();
      await first.stop();
      const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
      try {
        const stamp = Math.floor(Date.now() / 1000);
        const file = path.join(first.folder, 'data', 'postmaster.pid');
        await fs.writeFile(
          file,
          [stranger.pid, path.dirname(file), stamp, 5432, '', '127.0.0.1', '', 'ready', ''].join('\n'),
        );
        const second = await start();
        expect(second.reused).toBe(false);
        expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      } finally {
        stranger.kill();
      }
    },
    60_000,
  );

  itDeep(
    'refuses the data of another release in one line',
    async () => {
      const first = await start();
      await first.stop();
      await fs.writeFile(path.join(first.folder, 'data', 'PG_VERSION'), '14\n');
      await expect(start()).rejects.toThrow(/是 PostgreSQL 14 的数据/);
    },
    60_000,
  );

  itDeep('refuses a data folder it cannot write', async () => {
    const file = path.join(dataDir, 'file');
    await fs.writeFile(file, '');
    await expect(start(path.join(file, 'data'))).rejects.toThrow(/^数据文件夹 .* 不能创建或不能写入/);
  });

  itDeep(
    'ignores the PG variables of its caller',
    async () => {
      process.env.PGPORT = '1';
      process.env.PGDATA = '/nonexistent';
      try {
        const server = await start();
        expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      } finally {
        delete process.env.PGPORT;
        delete process.env.PGDATA;
      }
    },
    60_000,
  );
});
