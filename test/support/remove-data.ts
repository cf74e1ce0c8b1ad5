import { promises as fs } from 'node:fs';
import path from 'node:path';
import { runningPort, stopServer } from '#src/embedded/cluster.js';
import { place } from '#src/embedded/placement.js';

/** Stops whatever server still runs on a data folder and removes all of it, wherever its data had to go. */
export async function removeData(dataDir: string): Promise<void> {
  const placement = await place(dataDir);
  if (await runningPort(placement.folder)) await stopServer(placement, 10);
  const home = path.dirname(placement.folder);
  await fs.rm(home, { recursive: true, force: true });
  await fs.rm(dataDir, { recursive: true, force: true });
}
