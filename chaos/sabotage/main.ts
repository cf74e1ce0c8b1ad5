import { promises as fs } from 'node:fs';
import path from 'node:path';
import { askedToStop } from '../asked-to-stop.js';
import { EVERYTHING } from '../load/driver.js';
import { run, type RunResult } from '../run.js';
import { sabotaged } from './copy.js';
import type { Guard } from './guard.js';
import { guards } from './guards.js';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const SHOWN = 160;
const stop = askedToStop();

/** Does a short run of a program without this guard. */
async function runWithout(
  { seams, faults, faultEvery, routes = EVERYTHING, cases = 160, backend = 'redis' }: Guard,
  seed: number,
): Promise<RunResult> {
  const root = await sabotaged(ROOT, seams);
  try {
    return await run({
      root,
      backend,
      seed,
      cases,
      routes,
      faults,
      faultEvery,
      minutes: 0.5,
      daysPerSecond: 1,
      apis: 2,
      workers: 2,
      sweepSeconds: 1,
      patienceMs: 10_000,
      settleWithinMs: 15_000,
      say: () => undefined,
      stop,
    });
  } finally {
    await fs.rm(root, { recursive: true, force: true });
  }
}

const chosen = process.argv.slice(2).map(Number);
const seed = Math.floor(Math.random() * 2 ** 31);
say(`seed ${seed}`);
say('| without the guard | what stands behind it, removed as well | the checker said |');
say('|---|---|---|');
let unnoticed = 0;
for (const [i, guard] of guards.entries()) {
  if (chosen.length > 0 && !chosen.includes(i + 1)) continue;
  const {
    checked: { findings, ...figures },
    faults,
  } = await runWithout(guard, seed);
  const told = findings.all.filter((f) => guard.notices.test(f.text));
  if (told.length === 0) unnoticed++;
  const said = told[0]
    ? `${told.length}×, such as: ${told[0].kind}: ${told[0].text.slice(0, SHOWN)}`
    : `**nothing of the kind** in ${JSON.stringify({ ...figures, faults: faults.total })} (${findings.all.length} others${findings.all[0] ? `: ${findings.all[0].text.slice(0, SHOWN)}` : ''})`;
  say(`| ${guard.name} | ${guard.behind} | ${said.replaceAll('|', '\\|')} |`);
}
say(unnoticed === 0 ? 'every sabotage was noticed' : `${unnoticed} went unnoticed`);
process.exit(unnoticed === 0 ? 0 : 1);
