import { parseArgs } from 'node:util';
import { startApp } from '../support/start-app.js';
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

const server = await startTestServer();
const app = await startApp({ clock: 'simulated', clockStart: '2025-01-06' });
try {
  const walked = await walk({
    url: app.url,
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
  await app.close();
  await server.stop();
}
