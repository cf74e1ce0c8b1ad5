import { DataSource } from 'typeorm';
import { StartError } from '../start-error.js';
import { dataSourceOptions } from './data-source.js';

const MIGRATING = 0x6d696772;
const OLDEST_SERVER = 15;

/**
 * Migrates the database to the newest shape. Several processes may do so at once; each waits for the one before.
 * Returns the names of the migrations that ran here.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const dataSource = new DataSource(dataSourceOptions(databaseUrl, 2));
  await dataSource.initialize();
  const guard = dataSource.createQueryRunner();
  try {
    refuseOldServer(await guard.query('show server_version_num'));
    refuseOtherEncoding(await guard.query('show server_encoding'));
    await guard.query('select pg_advisory_lock($1)', [MIGRATING]);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    await guard.query('select pg_advisory_unlock($1)', [MIGRATING]);
    return done.map((migration) => migration.name);
  } finally {
    // The end of the session releases the lock, even after a failure.
    await guard.release();
    await dataSource.destroy();
  }
}

function refuseOldServer(rows: { server_version_num: string }[]): void {
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (major < OLDEST_SERVER)
    throw new StartError(`DATABASE_URL 指向 PostgreSQL ${major}，需要 ${OLDEST_SERVER} 或更新的版本。`);
}

/** Any other encoding would refuse or garble characters when they are written. */
function refuseOtherEncoding(rows: { server_encoding: string }[]): void {
  const encoding = rows[0]?.server_encoding;
  if (encoding !== 'UTF8')
    throw new StartError(
      `DATABASE_URL 中的数据库的编码是 ${encoding}，需要 UTF8：请用 create database … encoding 'UTF8' template template0 另建一个。`,
    );
}
