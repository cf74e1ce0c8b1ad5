import type { AppConfig } from '#src/config.js';
import { openQueue, type TimerQueue } from '#src/timers/queues.js';
import type { Fault, Field } from './field.js';

const GIVE_UP_MS = 5_000;
const once = { removeOnComplete: true, removeOnFail: true };
let unique = 0;

/**
 * Sends the same alarm several times at once, of deadlines that are due, soon due, or long done, and several calls for
 * the relay.
 */
export const doubled: Fault = {
  name: 'jobs delivered twice',
  weight: 8,
  happens: async (field) => {
    const ids = await someDeadlines(field);
    const times = field.chance.int(2, 5);
    const alarms = ids.flatMap((deadlineId) =>
      Array.from({ length: times }, () => ({
        name: 'alarm',
        data: { deadlineId },
        opts: { ...once, jobId: `twice-${(unique += 1)}-x` },
      })),
    );
    const relays = Array.from({ length: 6 }, () => ({
      name: 'relay',
      data: {},
      opts: { ...once, jobId: `twice-${(unique += 1)}-x` },
    }));
    await withQueue(field, (queue) => queue.addBulk([...alarms, ...relays]));
  },
};

async function someDeadlines({ postgres }: Field): Promise<string[]> {
  const { rows } = await postgres.pool.query<{ id: string }>(
    `(select id from deadlines where next_at is not null order by next_at limit 40) union (select deadline_id from reminders order by fired_at desc limit 20)`,
  );
  return rows.map((r) => r.id);
}

async function withQueue(field: Field, work: (queue: TimerQueue) => Promise<unknown>): Promise<void> {
  const queue = openQueue({ redisUrl: field.redis?.url, databaseUrl: field.postgres.url } as AppConfig);
  queue.on('error', () => undefined);
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error('the queue does not answer')), GIVE_UP_MS);
  });
  try {
    await Promise.race([queue.waitUntilReady().then(() => work(queue)), tooLate]);
  } finally {
    clearTimeout(late);
    // A queue whose server is away closes when the server comes back, or never. Nobody waits for that.
    queue.close().catch(() => undefined);
  }
}
