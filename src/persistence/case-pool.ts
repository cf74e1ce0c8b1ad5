import { Logger } from '@nestjs/common';
import pg from 'pg';
import { GuardedClient } from './guarded-client.js';
import { sessionOf } from './session.js';

/** The connections for decisions. A default server has 100; two of them are left to each of its other users. */
const SIZE = 20;
const CONNECT_WITHIN_MS = 5_000;

// A day stays text: pg would make it midnight of the machine's own time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

/**
 * Creates the pool for decisions. Its connections are pipelined: `begin`, the lock and what is read under it travel
 * together, as the write and `commit` do. A transaction takes two round trips instead of five (docs/adr/0005).
 */
export function createCasePool(databaseUrl: string, size = SIZE): pg.Pool {
  const logger = new Logger('Database');
  const pool = new pg.Pool({
    ...sessionOf(databaseUrl),
    max: size,
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: 'bihuan-engine',
    Client: GuardedClient,
  });
  pool.on('error', (error) => logger.warn(`数据库连接中断：${error.message}`));
  return pool;
}

/** Nest injection token of the pool. */
export const CASE_POOL = Symbol('CASE_POOL');
