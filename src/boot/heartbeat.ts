import type { INestApplicationContext } from '@nestjs/common';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readiness } from '../health/readiness.js';

const EVERY_MS = 10_000;

/**
 * A worker touches this file while it has what it needs. It serves no HTTP, so a container's health check reads the
 * file (scripts/worker-alive.mjs).
 */
const HEARTBEAT_FILE = path.join(os.tmpdir(), 'bihuan-worker-alive');

/** Returns a function that ends it. */
export function startHeartbeat(worker: INestApplicationContext): () => void {
  const readiness = worker.get(Readiness);
  const beat = async () => {
    const { ready } = await readiness.check();
    if (ready) await writeFile(HEARTBEAT_FILE, new Date().toISOString());
  };
  const complain = (error: unknown) => process.emitWarning(`heartbeat: ${String(error)}`);
  beat().catch(complain);
  const timer = setInterval(() => beat().catch(complain), EVERY_MS);
  return () => clearInterval(timer);
}
