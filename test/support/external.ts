import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { spawnProgram, type Environment, type Program } from './spawn-program.js';

/** Creates an empty database on the server of DATABASE_URL, which must let us create one. */
export async function emptyDatabase(): Promise<{ url: string; query: pg.Pool['query']; drop(): Promise<void> }> {
  const server = process.env.DATABASE_URL;
  if (!server) throw new Error('DATABASE_URL is missing: npm run test:external needs a PostgreSQL server.');
  const name = `external_${randomBytes(5).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 4 });
  pool.on('error', () => undefined);
  return {
    url: url.href,
    query: pool.query.bind(pool) as pg.Pool['query'],
    async drop() {
      await pool.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

export interface Fleet {
  start(env: Environment): Promise<{ program: Program; url: string | null }>;
  end(): Promise<void>;
}

/** Starts several processes of the real program on one database. */
export async function fleet(common: Environment): Promise<Fleet> {
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-fleet-'));
  const programs: Program[] = [];
  return {
    async start(env) {
      const program = spawnProgram({
        DATA_DIR: dataDir,
        PORT: '0',
        DEMO_DIRECTORY: 'true',
        SWEEP_SECONDS: '1',
        LOG_LEVEL: 'warn',
        ...common,
        ...env,
      });
      programs.push(program);
      const line = await program.line(/已就绪/);
      return { program, url: /http:\/\/localhost:\d+/.exec(line)?.[0] ?? null };
    },
    async end() {
      for (const { child } of programs) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await Promise.all(programs.map((program) => program.ended()));
      await fs.rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until the check holds, or fails with its last error. */
export async function eventually<T>(
  look: () => Promise<T>,
  holds: (value: T) => boolean,
  withinMs = 30_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
    if (Date.now() > until) throw new Error(`still ${JSON.stringify(value)} after ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
