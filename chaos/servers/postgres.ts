import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { initialise, readPassword, restartServer, startServer, SUPERUSER } from '#src/embedded/cluster.js';
import { place } from '#src/embedded/placement.js';
import { removeData } from '#src/embedded/remove.js';
import { GuardedClient } from '#src/persistence/guarded-client.js';

const RESTART_WITHIN_SECONDS = 60;
const DATABASE = 'chaos';

export interface Postgres {
  readonly url: string;
  /** The connections of the checker and the faults. They can be lost and made again like those of the program. */
  readonly pool: pg.Pool;
  restart(mode: 'fast' | 'immediate'): Promise<void>;
  end(): Promise<void>;
}

/** Starts a server of its own with durable settings: a crash may lose nothing that was committed. */
export async function startPostgres(): Promise<Postgres> {
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-chaos-'));
  await fs.chmod(dataDir, 0o755);
  const placement = await place(dataDir);
  await initialise(placement, true);
  const port = await startServer(placement, { durable: true, maxConnections: 400 });
  const password = await readPassword(placement.folder);
  const url = (database: string): string => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  const admin = new pg.Client({ connectionString: url('postgres') });
  await admin.connect();
  await admin.query(`create database ${DATABASE}`);
  await admin.end();
  const pool = new pg.Pool({
    connectionString: url(DATABASE),
    max: 6,
    connectionTimeoutMillis: 5_000,
    Client: GuardedClient,
  });
  pool.on('error', () => undefined);
  return {
    url: url(DATABASE),
    pool,
    restart: (mode) => restartServer(placement, mode, RESTART_WITHIN_SECONDS),
    async end() {
      await pool.end();
      await removeData(dataDir);
    },
  };
}
