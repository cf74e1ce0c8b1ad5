import { Queue, withBackend, createPostgresBackend, type Job, Worker, type Processor } from 'bullmq';
import type { AppConfig } from '../config.js';
import { GuardedClient } from '../persistence/guarded-client.js';
import { sessionOf } from '../persistence/session.js';

/** The one queue of the program. Its content can always be rebuilt from the database. */
const NAME = 'bihuan';
const CONCURRENCY = 8;
const PROBE_KEPT_MS = 60_000;

/** The events that are listened to. `on` itself returns a queue or worker of its own backend. */
interface Fallible {
  on(event: 'error', listener: (error: Error) => void): unknown;
}
interface FallibleWork extends Fallible {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
}
export type TimerQueue = Pick<Queue, 'add' | 'addBulk' | 'close' | 'getJobCounts' | 'waitUntilReady'> &
  Fallible & {
    /** Writes something to the queue's server that nobody reads. @throws what the server refuses it with. */
    probe(): Promise<unknown>;
  };
export type TimerWorker = Pick<Worker, 'close' | 'waitUntilReady' | 'run'> & FallibleWork;

/** Opens BullMQ on Redis when there is one, otherwise on the PostgreSQL that is there anyway (docs/adr/0003). */
export function openQueue({ redisUrl, databaseUrl }: AppConfig): TimerQueue {
  if (redisUrl) {
    const queue = new Queue(NAME, {
      connection: { url: redisUrl, maxRetriesPerRequest: 1, enableOfflineQueue: false },
    });
    const probe = async (): Promise<unknown> =>
      (await queue.getBackend().client).set(queue.toKey('probe'), 1, { PX: PROBE_KEPT_MS });
    return Object.assign(queue, { probe });
  }
  const { Queue: PgQueue } = withBackend(createPostgresBackend);
  const queue = new PgQueue(NAME, { connection: postgres(databaseUrl) });
  // Whether this server takes what is written is asked for the database itself.
  return Object.assign(queue, { probe: () => queue.getJobCounts('waiting') });
}

export function openWorker({ redisUrl, databaseUrl }: AppConfig, processor: Processor): TimerWorker {
  const options = { concurrency: CONCURRENCY, autorun: false };
  if (redisUrl)
    return new Worker(NAME, processor, { ...options, connection: { url: redisUrl, maxRetriesPerRequest: null } });
  const { Worker: PgWorker } = withBackend(createPostgresBackend);
  return new PgWorker(NAME, processor, { ...options, connection: postgres(databaseUrl) });
}

/** BullMQ adds its schema's search path to the options. */
const postgres = (databaseUrl: string) => ({
  ...sessionOf(databaseUrl),
  schema: 'bullmq',
  migrate: true,
  max: 3,
  Client: GuardedClient,
});
