import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.js';
import { Slot } from './slot.js';

const READY_WITHIN_MS = 120_000;

export interface FleetOptions {
  root: string;
  databaseUrl: string;
  redisUrl: string | null;
  clockStart: string;
  clockRate: number;
  apis: number;
  workers: number;
  sweepSeconds: number;
  /** The folder for what the processes write. Without one nothing is kept. */
  logs?: string | undefined;
}

export interface Fleet {
  readonly apis: readonly Slot[];
  readonly workers: readonly Slot[];
  readonly urls: readonly string[];
  whenReady(): Promise<void>;
  /** Stops all. Returns how long each took, in milliseconds. */
  end(): Promise<number[]>;
}

/** Starts several processes of the built program on one database, all at once. The first one migrates. */
export async function startFleet({
  root,
  databaseUrl,
  redisUrl,
  clockStart,
  clockRate,
  apis,
  workers,
  sweepSeconds,
  logs,
}: FleetOptions): Promise<Fleet> {
  if (logs) await fs.mkdir(logs, { recursive: true });
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-chaos-data-'));
  const env = {
    DATABASE_URL: databaseUrl,
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    CLOCK: 'fast',
    CLOCK_START: clockStart,
    CLOCK_RATE: `${clockRate}`,
    DATA_DIR: dataDir,
    DEMO_DIRECTORY: 'true',
    SWEEP_SECONDS: `${sweepSeconds}`,
    LOG_LEVEL: 'error',
    NODE_ENV: 'test',
  };
  const ports = await Promise.all(Array.from({ length: apis }, freePort));
  const doorways = ports.map(
    (port, i) =>
      new Slot({
        root,
        name: `api ${i + 1}`,
        log: logs && path.join(logs, `api-${i + 1}.log`),
        env: { ...env, ROLE: 'api', PORT: `${port}` },
      }),
  );
  const hands = Array.from(
    { length: workers },
    (_, i) =>
      new Slot({
        root,
        name: `worker ${i + 1}`,
        log: logs && path.join(logs, `worker-${i + 1}.log`),
        env: { ...env, ROLE: 'worker' },
      }),
  );
  const all = [...doorways, ...hands];
  for (const slot of all) slot.start();
  return {
    apis: doorways,
    workers: hands,
    urls: ports.map((port) => `http://127.0.0.1:${port}`),
    whenReady: async () => void (await Promise.all(all.map((slot) => slot.whenReady(READY_WITHIN_MS)))),
    async end() {
      const took = await Promise.all(all.map((slot) => slot.end()));
      await fs.rm(dataDir, { recursive: true, force: true });
      return took;
    },
  };
}
