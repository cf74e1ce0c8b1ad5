// The health check of a worker's container: the heartbeat of src/boot/heartbeat.ts must be recent.
import { statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const OLDEST_MS = 45_000;

try {
  const { mtimeMs } = statSync(path.join(os.tmpdir(), 'bihuan-worker-alive'));
  process.exitCode = Date.now() - mtimeMs < OLDEST_MS ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
