import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { freshDatabase } from '../support/fresh-database.js';
import { ensureBuilt, spawnProgram } from '../support/spawn-program.js';
import { startTestServer } from '../support/test-server.js';
import { reportOf, walk } from './walk.js';

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '5000' },
    seed: { type: 'string' },
    minutes: { type: 'string' },
    'keep-going': { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
console.log(`SEED=${seed}`);

ensureBuilt();
const server = await startTestServer();
const dataDir = await mkdtemp(path.join(os.tmpdir(), 'bihuan-walk-'));
const program = spawnProgram({
  NODE_ENV: 'test',
  DATABASE_URL: (await freshDatabase()).url,
  DATA_DIR: dataDir,
  PORT: '0',
  LOG_LEVEL: 'error',
  DEMO_DIRECTORY: 'true',
  CLOCK: 'simulated',
  CLOCK_START: '2025-01-06',
});
program.child.stderr?.pipe(process.stderr);
try {
  const url = (await program.line(/闭环已就绪：http/)).replace(/^.*：/, '');
  const walked = await walk({
    url,
    seed,
    steps: Number(values.steps),
    keepGoing: values['keep-going'],
    onProgress: (line) => console.log(line),
    ...(values.minutes ? { withinMs: Number(values.minutes) * 60_000 } : {}),
  });
  for (const text of walked.broken) console.error(`\n✗ ${text}`);
  console.log(reportOf(seed, walked));
  if (walked.broken.length > 0) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  program.child.kill('SIGTERM');
  await program.ended();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
