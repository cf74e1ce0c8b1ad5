import { promises as fs } from 'node:fs';
import path from 'node:path';
import { runningPort, stopServer } from './cluster.js';
import { place } from './placement.js';

const STOP_WITHIN_SECONDS = 30;

/**
 * Removes a temporary data folder with all its data, also if they had to go elsewhere, and stops a server that still
 * runs on them.
 */
export async function removeData(dataDir: string): Promise<void> {
  const placement = await place(dataDir);
  if (await runningPort(placement.folder)) await stopServer(placement, STOP_WITHIN_SECONDS);
  await fs.rm(path.dirname(placement.folder), { recursive: true, force: true });
  await fs.rm(dataDir, { recursive: true, force: true });
}
