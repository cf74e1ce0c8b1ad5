// Writes docs/generated/ from the machines: `npm run docs`. With --check (`npm run docs:check`) it writes nothing and fails when a page
// is not what would be written.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clauseTable } from '#machines/proof/clause-table.js';
import { stories } from '#machines/proof/stories.js';
import { allProcedures } from '#machines/registry.js';
import { sections } from '#machines/regulations/it-projects/clauses/all.js';
import { parameters } from '#machines/regulations/it-projects/parameters.js';
import { world } from '#machines/regulations/it-projects/testing/world.js';
import { pagesOf } from './docs/pages.js';

const folder = path.resolve(import.meta.dirname, '..', 'docs', 'generated');
mkdirSync(folder, { recursive: true });
const present = readdirSync(folder);
const read = (name: string): string | undefined =>
  present.includes(name) ? readFileSync(path.join(folder, name), 'utf8') : undefined;

const wanted = pagesOf({
  procedures: allProcedures(),
  sections,
  clauseLines: clauseTable(),
  parameters,
  stories,
  world,
});
const changed = [...wanted].filter(([name, text]) => read(name) !== text);
const superfluous = present.filter((name) => !wanted.has(name));

if (process.argv.includes('--check')) {
  for (const [name] of changed) console.error(`docs/generated/${name} 与 machines/ 不一致。`);
  for (const name of superfluous) console.error(`docs/generated/${name} 不再对应任何流程。`);
  if (changed.length + superfluous.length > 0) {
    console.error('请运行 npm run docs，并把结果一起提交。');
    process.exitCode = 1;
  }
} else {
  for (const [name, text] of changed) writeFileSync(path.join(folder, name), text);
  for (const name of superfluous) rmSync(path.join(folder, name));
  const names = [...changed.map(([name]) => name), ...superfluous];
  console.log(names.length === 0 ? 'docs/generated/ 无变化。' : `已更新：${names.join('、')}`);
}
