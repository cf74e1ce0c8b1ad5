import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Procedures } from '#machines/kit/law/procedures.js';
import { builtClauses, type Clauses } from '../cases/clauses.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { withDatabase, type AppConfig, type Config } from '../config.js';
import { startEmbeddedPostgres } from '../embedded/embedded-postgres.js';
import { Leaving } from '../health/leaving.js';
import { createApp, createWorker } from '../http/create-app.js';
import { migrate } from '../persistence/migrate.js';
import { addressOf, type Opened } from './banner.js';
import { checkClock } from './check-clock.js';
import { checkDefinitions } from './check-definitions.js';
import { demoLines } from './demo-lines.js';
import { startHeartbeat } from './heartbeat.js';
import { checkRedis } from './redis-check.js';
import { StartError } from '../start-error.js';
import type { Shutdown } from './shutdown.js';

const LET_REQUESTS_END_MS = 3_000;
/** Long enough for a load balancer to see that the process is not ready and to send no more requests. */
const STILL_ANSWERING_MS = 1_500;

/**
 * Opens the parts in order and hands each to `shutdown`. Returns what was found on the way, and nothing if the process
 * was asked to stop.
 */
export async function start(config: Config, procedures: Procedures, shutdown: Shutdown): Promise<Opened | undefined> {
  const clauses = await builtClauses(procedures);
  const database = await openDatabase(config, shutdown);
  const ready = withDatabase(config, database.url);
  if (shutdown.requested) return undefined;
  await migrate(ready.databaseUrl);
  await checkDefinitions(ready.databaseUrl, procedures);
  await checkClock(ready, procedures);
  if (ready.redisUrl) await checkRedis(ready.redisUrl);
  if (shutdown.requested) return undefined;
  const open = ready.role === 'worker' ? openWorker : openServer;
  const { app, address } = await open(ready, procedures, clauses, shutdown);
  const clock = app.get<Clock>(CLOCK);
  return {
    address,
    dataFolder: database.folder,
    now: await clock.now(),
    rate: clock.rate,
    lines: await demoLines(app, ready),
  };
}

async function openDatabase(config: Config, shutdown: Shutdown): Promise<{ url: string; folder?: string }> {
  if (config.databaseUrl) return { url: config.databaseUrl };
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir });
  shutdown.opened(() => embedded.stop());
  return embedded;
}

interface Running {
  readonly app: INestApplicationContext;
  readonly address?: string;
}

async function openWorker(
  config: AppConfig,
  procedures: Procedures,
  clauses: Clauses,
  shutdown: Shutdown,
): Promise<Running> {
  const worker = await createWorker(config, procedures, clauses);
  const stopHeartbeat = startHeartbeat(worker);
  shutdown.opened(() => {
    worker.get(Leaving).ask();
    stopHeartbeat();
    return worker.close();
  });
  return { app: worker };
}

async function openServer(
  config: AppConfig,
  procedures: Procedures,
  clauses: Clauses,
  shutdown: Shutdown,
): Promise<Running> {
  const app = await createApp(config, procedures, clauses);
  shutdown.opened(() => closeServer(app));
  await app.listen(config.port, config.host).catch((cause: NodeJS.ErrnoException) => {
    if (cause.syscall !== 'getaddrinfo') throw cause;
    throw new StartError(`本机没有地址 ${config.host}，请检查 HOST。`, { cause });
  });
  return { app, address: addressOf(await app.getUrl()) };
}

async function closeServer(app: NestFastifyApplication): Promise<void> {
  app.get(Leaving).ask();
  // Senders that have not heard of the stop are still answered. After a failed start there is nobody to answer.
  const server = app.getHttpServer();
  if (server.listening) {
    await sleep(STILL_ANSWERING_MS);
    // `app.close` closes the jobs before the server, so the server is closed here.
    server.close();
  }
  // A request without an end must not hold up the stop.
  const impatience = setTimeout(() => server.closeAllConnections(), LET_REQUESTS_END_MS);
  await app.close();
  clearTimeout(impatience);
}
