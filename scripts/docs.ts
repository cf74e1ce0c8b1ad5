// Writes docs/generated/ from the machines: `npm run docs`. With --check (`npm run docs:check`) it writes nothing, and
// fails if a page is not up to date.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { proofs } from '#machines/proof/all.js';
import { ARCHITECTURE, architecturePage } from './docs/architecture.js';
import { materialOf } from './docs/material.js';
import { pagesOf } from './docs/pages.js';
import { PROGRAM_SENTENCES, programSentences } from './docs/program-sentences.js';

const folder = path.resolve(import.meta.dirname, '..', 'docs', 'generated');
/**
 * Tells whether a page is only for readers. Such pages are written beside the others but not kept in git, because two
 * changes would always conflict in them.
 */
const isHandout = (name: string): boolean => /\/(stories|parameters)/.test(`/${path.basename(name)}`);
const present = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  : [];
const read = (name: string): string | undefined =>
  present.includes(name) ? readFileSync(path.join(folder, name), 'utf8') : undefined;

const wanted = new Map(
  proofs.flatMap((proof) =>
    [...pagesOf(materialOf(proof))].map(([name, text]) => [path.join(proof.regulation.id, name), text]),
  ),
);
wanted.set(PROGRAM_SENTENCES, programSentences(path.resolve(import.meta.dirname, '..')));
const changed = [...wanted].filter(([name, text]) => read(name) !== text);
const superfluous = present.filter((name) => !wanted.has(name));
const behind = changed.filter(([name]) => !isHandout(name));

const page = path.resolve(import.meta.dirname, '..', ARCHITECTURE);
const drawn = architecturePage(readFileSync(page, 'utf8'));
const drifted = drawn !== readFileSync(page, 'utf8');

if (process.argv.includes('--check')) {
  if (drifted) {
    console.error(`${ARCHITECTURE} 与目录不一致。请运行 npm run docs，并把结果一起提交。`);
    process.exitCode = 1;
  }
  for (const [name] of behind) console.error(`docs/generated/${name} 与 machines/ 不一致。`);
  for (const name of superfluous) console.error(`docs/generated/${name} 不再对应任何流程。`);
  if (behind.length + superfluous.length > 0) {
    console.error('请运行 npm run docs，并把结果一起提交。');
    process.exitCode = 1;
  }
} else {
  if (drifted) writeFileSync(page, drawn);
  for (const [name, text] of changed) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  for (const name of superfluous) rmSync(path.join(folder, name));
  const names = [...changed.map(([name]) => name), ...superfluous];
  console.log(names.length === 0 ? 'docs/generated/ 无变化。' : `已更新：${names.join('、')}`);
}
