import {
  Queue,
  withBackend,
  createPostgresBackend,
  Worker,
  type Processor,
  type QueueOptions,
  type WorkerOptions,
} from 'bullmq';
import type { AppConfig } from '../config.js';
import { GuardedClient } from '../persistence/guarded-client.js';

/** The one queue of the program. What it holds can always be rebuilt from the database. */
const NAME = 'bihuan';
const CONCURRENCY = 8;

export type TimerQueue = Pick<Queue, 'add' | 'addBulk' | 'close' | 'on' | 'getJobCounts' | 'waitUntilReady'>;
export type TimerWorker = Pick<Worker, 'close' | 'on' | 'waitUntilReady' | 'run'>;

/** BullMQ on Redis when there is one, otherwise on the PostgreSQL that is there anyway (docs/adr/0003). */
export function openQueue({ redisUrl, databaseUrl }: AppConfig): TimerQueue {
  if (redisUrl)
    return new Queue(NAME, { connection: { url: redisUrl, maxRetriesPerRequest: 1, enableOfflineQueue: false } });
  const { Queue: PgQueue } = withBackend(createPostgresBackend);
  return new PgQueue(NAME, { connection: postgres(databaseUrl) } as unknown as QueueOptions & {
    connection: never;
  }) as unknown as TimerQueue;
}

export function openWorker({ redisUrl, databaseUrl }: AppConfig, processor: Processor): TimerWorker {
  const options = { concurrency: CONCURRENCY, autorun: false };
  if (redisUrl)
    return new Worker(NAME, processor, { ...options, connection: { url: redisUrl, maxRetriesPerRequest: null } });
  const { Worker: PgWorker } = withBackend(createPostgresBackend);
  return new PgWorker(NAME, processor, { ...options, connection: postgres(databaseUrl) } as unknown as WorkerOptions & {
    connection: never;
  }) as unknown as TimerWorker;
}

const postgres = (connectionString: string) => ({
  connectionString,
  schema: 'bullmq',
  migrate: true,
  max: 3,
  Client: GuardedClient,
});
