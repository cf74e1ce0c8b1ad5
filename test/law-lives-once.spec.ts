import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { statesOf, transitionsOf } from '#machines/kit/read/describe.js';
import { procedures } from '#machines/proof/all.js';
import { clauses } from '#machines/regulations/it-projects/clauses/all.js';
import { parameters } from '#machines/regulations/it-projects/parameters.js';

const files = (dir: string): string[] =>
  readdirSync(dir).flatMap((name) => {
    const full = path.join(dir, name);
    return statSync(full).isDirectory() ? files(full) : full.endsWith('.ts') ? [full] : [];
  });

/** Words of the law that must stand nowhere else: steps, events, deadlines, rules, clauses, documents. */
const words = new Set(
  procedures
    .all()
    .flatMap((p) => [
      ...statesOf(p).map((s) => s.path.split('.').at(-1)!),
      ...Object.keys(p.events),
      ...Object.keys(p.systemEvents),
      ...Object.keys(p.deadlines),
      ...Object.keys(p.documents),
      ...transitionsOf(p).flatMap((t) => t.rules.map((r) => r.id)),
      ...p.stages.map((s) => s.id),
      ...Object.keys(p.ladders),
    ]),
);
for (const { id } of clauses) words.add(id);

/** Words that are also words of programming or of identity, with another meaning there. */
const ELSEWHERE = new Set(['closed', 'terminated', 'suspended', 'open', 'rejected', 'due']);

/** The amounts of the regulation in 分. No other file has a reason to contain them. */
const numbers = parameters.filter((p) => p.unit === 'fen').map((p) => String(p.value));

export function findings(source: string): string[] {
  const literals = [...source.matchAll(/(['"`])((?:(?!\1)[^\\\n])*)\1/g)].map((m) => m[2]!);
  const said = literals.filter((text) => words.has(text) && !ELSEWHERE.has(text));
  const counted = numbers.filter((n) => source.replaceAll('_', '').includes(n));
  return [...said, ...counted];
}

/** All sources except the list of parameters itself and its tests. */
const sources = ['machines', 'src']
  .flatMap(files)
  .filter((file) => !file.endsWith('parameters.ts') && !/\.(spec|examples)\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'));

describe('the law lives once', () => {
  it.each(files('src'))('%s names no step, clause, rule or threshold', (file) => {
    expect(findings(readFileSync(file, 'utf8'))).toEqual([]);
  });

  it.each(parameters.map((p) => p.key))('parameter %s is read somewhere', (key) => {
    expect(sources.some((source) => source.includes(`'${key}'`))).toBe(true);
  });

  it('is really checked', () => {
    expect(findings(`if (state === 'jointReview' || clause === "2.4.4") limit = 500_000_000;`)).toEqual([
      'jointReview',
      '2.4.4',
      '500000000',
      '500000000',
      '500000000',
    ]);
  });
});
