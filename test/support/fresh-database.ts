import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The server of this Jest run. Test files run in other processes, so the address is in the environment. */
export const SERVER_URL = 'BIHUAN_TEST_SERVER_URL';
export const TEMPLATE = 'bihuan_template';

export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Creates a database with all migrations applied, in about a tenth of a second. With `empty` it has no migrations. */
export async function freshDatabase(options: { empty?: boolean } = {}): Promise<FreshDatabase> {
  const server = process.env[SERVER_URL];
  if (!server) throw new Error(`${SERVER_URL} is missing: this test belongs to the Jest project "server".`);
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  // A copy of the files does not write every page to the log.
  await onServer(
    server,
    `create database ${name} template ${options.empty ? 'template0' : TEMPLATE} strategy file_copy`,
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => drop(server, name) };
}

/**
 * Drops the database. The server's own autovacuum may be connected to it for a moment; only a superuser could end that.
 */
async function drop(server: string, name: string): Promise<void> {
  const INSUFFICIENT_PRIVILEGE = '42501';
  for (let attempt = 1; ; attempt++) {
    try {
      return await onServer(server, `drop database if exists ${name} with (force)`);
    } catch (error) {
      if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE || attempt === 40) throw error;
      await sleep(250);
    }
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
