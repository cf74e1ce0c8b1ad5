import { existsSync, promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/embedded/embedded-postgres.js';
import { removeData } from '../../src/embedded/remove.js';
import { migrate } from '../../src/persistence/migrate.js';
import { SERVER_URL, TEMPLATE } from './fresh-database.js';

const PREFIX = 'bihuan-test-';

/** Starts one PostgreSQL for the whole Jest run, with a migrated database to copy. */
export async function startTestServer(): Promise<{ stop(): Promise<void> }> {
  await clearDeadRuns();
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), PREFIX));
  await fs.chmod(dataDir, 0o755);
  await fs.writeFile(path.join(dataDir, 'owner'), `${process.pid}`);
  const server = await startEmbeddedPostgres({ dataDir, durable: false, maxConnections: 300 });
  try {
    await makeTemplate(server.url, server.superuserUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  process.env[SERVER_URL] = server.url;
  return {
    async stop() {
      await server.stop();
      await removeData(dataDir);
    },
  };
}

async function makeTemplate(ownerUrl: string, superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const template = new URL(ownerUrl);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href);
  // PostgreSQL copies a database only while nobody is connected to it.
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  await superuser.query(`alter database ${TEMPLATE} allow_connections false`);
  await superuser.end();
}

/** Stops the servers of Jest runs that were killed. */
async function clearDeadRuns(): Promise<void> {
  for (const name of await fs.readdir(os.tmpdir())) {
    const dataDir = path.join(os.tmpdir(), name);
    if (!name.startsWith(PREFIX) || !existsSync(path.join(dataDir, 'owner'))) continue;
    if (isAlive(Number(await fs.readFile(path.join(dataDir, 'owner'), 'utf8')))) continue;
    await removeData(dataDir);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
