import { Redis } from 'ioredis';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';

const UP_WITHIN_MS = 10_000;
const ANSWER_WITHIN_MS = 3_000;

export interface RedisServer {
  readonly url: string;
  flush(): Promise<void>;
  /** Crashes like a power failure: what it held is gone. It starts again after this time. */
  crash(awayMs: number): Promise<void>;
  end(): Promise<void>;
}

/** Starts a Redis of its own that keeps nothing on disk. */
export async function startRedis(): Promise<RedisServer> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-chaos-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child = await launch(port, folder);
  const kill = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url,
    flush: () => asked(url, async (redis) => void (await redis.flushall())),
    async crash(awayMs) {
      await kill();
      await sleep(awayMs);
      child = await launch(port, folder);
    },
    async end() {
      if (child.exitCode === null && child.signalCode === null) await kill();
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, folder: string): Promise<ChildProcess> {
  const child = spawn(
    'redis-server',
    ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no', '--hz', '100'],
    { stdio: 'ignore' },
  );
  const failed = once(child, 'error').then(([error]: unknown[]) => Promise.reject(error as Error));
  await Promise.race([failed, answers(`redis://127.0.0.1:${port}`)]);
  return child;
}

async function answers(url: string): Promise<void> {
  for (const since = performance.now(); ; await sleep(50)) {
    const up = await asked(url, async (redis) => (await redis.ping()) === 'PONG').catch(() => false);
    if (up) return;
    if (performance.now() - since > UP_WITHIN_MS) throw new Error('redis-server does not answer');
  }
}

/** A server that dies during a question never answers it. */
const late = async (): Promise<never> => {
  await sleep(ANSWER_WITHIN_MS, undefined, { ref: false });
  throw new Error('redis-server died while it was asked');
};

async function asked<T>(url: string, question: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  redis.on('error', () => undefined);
  try {
    return await Promise.race([redis.connect().then(() => question(redis)), late()]);
  } finally {
    redis.disconnect();
  }
}
