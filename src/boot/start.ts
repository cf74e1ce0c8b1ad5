import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Procedures } from '#machines/kit/law/procedures.js';
import { builtClauses, type Clauses } from '../cases/clauses.js';
import { withDatabase, type AppConfig, type Config } from '../config.js';
import { startEmbeddedPostgres } from '../embedded/embedded-postgres.js';
import { Leaving } from '../health/leaving.js';
import { createApp, createWorker } from '../http/create-app.js';
import { migrate } from '../persistence/migrate.js';
import { addressOf } from './banner.js';
import { checkDefinitions } from './check-definitions.js';
import { startHeartbeat } from './heartbeat.js';
import { checkRedis } from './redis-check.js';
import type { Shutdown } from './shutdown.js';

const LET_REQUESTS_END_MS = 3_000;
/** Long enough for a load balancer to see that the process is not ready and to send no more requests. */
const STILL_ANSWERING_MS = 1_500;

/**
 * Opens the parts in order and hands each to `shutdown`. Returns the address, if there is one, and nothing if the
 * process was asked to stop on the way.
 */
export async function start(
  config: Config,
  procedures: Procedures,
  shutdown: Shutdown,
): Promise<{ address?: string } | undefined> {
  const clauses = await builtClauses(procedures);
  const ready = withDatabase(config, await openDatabase(config, shutdown));
  if (shutdown.requested) return undefined;
  await migrate(ready.databaseUrl);
  await checkDefinitions(ready.databaseUrl, procedures);
  if (ready.redisUrl) await checkRedis(ready.redisUrl);
  if (shutdown.requested) return undefined;
  return ready.role === 'worker'
    ? openWorker(ready, procedures, clauses, shutdown)
    : openServer(ready, procedures, clauses, shutdown);
}

async function openDatabase(config: Config, shutdown: Shutdown): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl;
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir });
  shutdown.opened(() => embedded.stop());
  return embedded.url;
}

async function openWorker(
  config: AppConfig,
  procedures: Procedures,
  clauses: Clauses,
  shutdown: Shutdown,
): Promise<{ address?: string }> {
  const worker = await createWorker(config, procedures, clauses);
  const stopHeartbeat = startHeartbeat(worker);
  shutdown.opened(() => {
    worker.get(Leaving).ask();
    stopHeartbeat();
    return worker.close();
  });
  return {};
}

async function openServer(
  config: AppConfig,
  procedures: Procedures,
  clauses: Clauses,
  shutdown: Shutdown,
): Promise<{ address?: string }> {
  const app = await createApp(config, procedures, clauses);
  shutdown.opened(() => closeServer(app));
  await app.listen(config.port, config.host);
  return { address: addressOf(await app.getUrl()) };
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
