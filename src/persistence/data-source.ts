import { Logger } from '@nestjs/common';
import type { DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';
import { GuardedClient } from './guarded-client.js';
import { migrations } from './migrations/index.js';
import { sessionOf } from './session.js';

const POOL_SIZE = 20;
const CONNECT_WITHIN_MS = 5_000;

export function dataSourceOptions(databaseUrl: string, poolSize = POOL_SIZE) {
  const logger = new Logger('Database');
  const { connectionString, options } = sessionOf(databaseUrl);
  return {
    type: 'postgres',
    url: connectionString,
    entities,
    migrations,
    synchronize: false,
    migrationsRun: false,
    applicationName: 'bihuan',
    poolSize,
    connectTimeoutMS: CONNECT_WITHIN_MS,
    // A pool without a listener ends the process when the server restarts.
    poolErrorHandler: (error: Error) => logger.warn(`数据库连接中断：${error.message}`),
    // With pipelining, statements of one transaction that do not depend on each other travel together. GuardedClient is
    // needed because a connection that is lost before somebody listens to it would end the process.
    extra: { options, keepAlive: true, pipeline: true, Client: GuardedClient },
  } as const satisfies DataSourceOptions;
}
