import path from 'node:path';
import { askedToStop } from './asked-to-stop.js';
import { faultsFor } from './faults/schedule.js';
import { EVERYTHING } from './load/driver.js';
import { optionsOf } from './options.js';
import { reportLines } from './report.js';
import { run } from './run.js';

/** The folder that holds `dist`, the built program. */
const ROOT = path.resolve(import.meta.dirname, '..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const told = (): ReturnType<typeof optionsOf> => {
  try {
    return optionsOf(process.argv.slice(2));
  } catch (error) {
    say((error as Error).message);
    process.exit(2);
  }
};
const { backends, ...options } = told();
const stop = askedToStop();
let bad = 0;
for (const backend of backends) {
  say(
    `${backend}: seed ${options.seed}, ${options.minutes} minutes, ${options.cases} cases, ${options.daysPerSecond} days a second, ${options.apis} api and ${options.workers} worker processes`,
  );
  const result = await run({
    ...options,
    backend,
    root: ROOT,
    faults: faultsFor(backend === 'redis'),
    routes: EVERYTHING,
    patienceMs: 90_000,
    settleWithinMs: 120_000,
    say,
    stop,
  });
  for (const line of reportLines(result)) say(line);
  bad += result.checked.findings.all.length;
}
process.exit(bad > 0 ? 1 : 0);
