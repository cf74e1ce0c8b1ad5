// Mutation of the rules: it changes them in one place at a time and checks that an example notices. Every mutant is
// noticed, or stands in scripts/mutation/survivors.ts with the reason why not. The score must not fall below 90 % in
// any case.
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { survivors as explained, type Survivor } from './mutation/survivors.js';

const LEAST = 90;
const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);

/** Returns the mutated source on one line. Lines and columns count from one, and the end is not part of it. */
function original({ fileName, location: { start, end } }: MutantResult): string {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  lines.push(lines.pop()!.slice(0, end.column - 1));
  lines.unshift(lines.shift()!.slice(start.column - 1));
  return lines.map((line) => line.trim()).join(' ');
}

const fileOf = ({ fileName }: MutantResult): string => path.relative(root, fileName).split(path.sep).join('/');
const isSentence = ({ mutatorName }: MutantResult): boolean => mutatorName === 'StringLiteral';
const noticed = ({ status }: MutantResult): boolean => status === 'Killed' || status === 'Timeout';
const counted = (results: readonly MutantResult[]): MutantResult[] =>
  results.filter(({ status }) => status !== 'Ignored');
const score = (results: readonly MutantResult[]): number => (100 * results.filter(noticed).length) / results.length;
const line = (label: string, results: readonly MutantResult[]): void =>
  console.log(
    `${label.padEnd(44)}${String(results.filter(noticed).length).padStart(6)} /${String(results.length).padStart(6)}${score(results).toFixed(2).padStart(9)} %`,
  );

const began = Date.now();
const results = counted(await new Stryker({ configFile: 'stryker.config.mjs' }).runMutationTest());
const alive = results
  .filter((result) => !noticed(result))
  .map((result) => ({ ...result, file: fileOf(result), was: original(result) }));
const explains = (reason: Survivor, one: (typeof alive)[number]): boolean =>
  reason.file === one.file && reason.was === one.was && reason.became === one.replacement;

for (const file of [...new Set(results.map(fileOf))].sort())
  line(
    file,
    results.filter((result) => fileOf(result) === file),
  );
const logic = results.filter((result) => !isSentence(result));
line('words (a sentence, a label, an id left blank)', results.filter(isSentence));
line('logic', logic);

let failed = false;
const fail = (text: string): void => {
  failed = true;
  console.log(text);
};
for (const one of alive) {
  const known = explained.find((reason) => explains(reason, one));
  const text = `${one.file}:${one.location.start.line} ${one.mutatorName}: ${one.was} → ${one.replacement}`;
  if (known) console.log(`survives, because ${known.because}\n  ${text}`);
  else fail(`survives: no example notices that\n  ${text}`);
}
for (const reason of explained) {
  if (!alive.some((one) => explains(reason, one)))
    fail(`explained, but it does not survive: ${reason.file}: ${reason.was} → ${reason.became}`);
}
if (results.length === 0) fail('no mutants: stryker.config.mjs finds no rules');
else if (score(logic) < LEAST) fail(`the score of the logic is under ${LEAST} %`);

console.log(`${results.length} mutants, ${alive.length} survive, ${Math.round((Date.now() - began) / 1000)} s`);
process.exitCode = failed ? 1 : 0;
