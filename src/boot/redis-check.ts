import { Redis } from 'ioredis';
import { StartError } from '../start-error.js';

const ANSWER_WITHIN_MS = 5_000;

/**
 * Without this check BullMQ would wait silently and for ever for a missing Redis. The administrator must hear of it at
 * once.
 */
export async function checkRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let reason: Error | undefined;
  redis.on('error', (error: Error) => (reason = error));
  try {
    await redis.connect();
    await redis.ping();
    // Nobody hears of a number that is out of range: the connection would stay in database 0.
    await redis.select(Number(new URL(url).pathname.slice(1)));
  } catch (error) {
    const shown = reason ?? (error as Error);
    throw new StartError(
      `连接不上 Redis，请检查 REDIS_URL 和 Redis 服务（${shown.message || (shown as { code?: string }).code}）。`,
      { cause: error },
    );
  } finally {
    redis.disconnect();
  }
}
