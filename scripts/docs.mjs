// Writes docs/generated/ from the compiled machines: `npm run docs`. With --check (`npm run docs:check`) it writes nothing and fails
// when a page is not what would be written.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildIfStale } from './build-if-stale.mjs';
import { clausesPages } from './docs/clauses.mjs';
import { parametersPage } from './docs/parameters.mjs';
import { procedurePages } from './docs/procedure.mjs';
import { storiesPages } from './docs/stories.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'docs', 'generated');
const compiled = (file) => import(pathToFileURL(path.join(root, 'dist', 'machines', file)).href);

async function law() {
  const [proof, ...rest] = await Promise.all(
    [
      'proof/all.js',
      'proof/clause-table.js',
      'regulations/it-projects/clauses/all.js',
      'regulations/it-projects/parameters.js',
      'kit/read/describe.js',
      'kit/read/diagram.js',
      'kit/read/pictures.js',
      'regulations/it-projects/cite.js',
      'kit/words/money.js',
      'kit/testing/account.js',
      'regulations/it-projects/testing/world.js',
    ].map(compiled),
  );
  const parts = Object.assign({}, ...rest);
  const [{ regulation, stories, world }] = proof.proofs;
  return {
    ...parts,
    procedures: regulation.procedures,
    procedureOf: (id) => proof.procedures.of(id),
    stories,
    world,
    sections: regulation.chapters,
    parameters: world.parameters,
    clauseTable: () => parts.clauseTable(proof.proofs[0]),
  };
}

/** A procedure's pages bear its id; of an older version that cases are still pinned to, its version as well. */
function pages(known) {
  const newest = (p) => known.procedures.every((other) => other.id !== p.id || other.version <= p.version);
  const stories = storiesPages(known);
  return new Map(
    [
      ...clausesPages({ ...known, storyLinks: stories.links }),
      ...stories.pages,
      ['parameters.md', parametersPage(known)],
      ...known.procedures.flatMap((p) => procedurePages(p, known, newest(p) ? p.id : `${p.id}.v${p.version}`)),
    ].map(([name, text]) => [name, `${text.replace(/\n{3,}/g, '\n\n').trimEnd()}\n`]),
  );
}

const present = () => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
const read = (name) => (present().includes(name) ? readFileSync(path.join(folder, name), 'utf8') : undefined);

const built = buildIfStale();
if (built !== 0) process.exit(built);
const wanted = pages(await law());
const changed = [...wanted].filter(([name, text]) => read(name) !== text).map(([name]) => name);
const superfluous = present().filter((name) => !wanted.has(name));

if (process.argv.includes('--check')) {
  for (const name of changed) console.error(`docs/generated/${name} 与 machines/ 不一致。`);
  for (const name of superfluous) console.error(`docs/generated/${name} 不再对应任何流程。`);
  if (changed.length + superfluous.length > 0) {
    console.error('请运行 npm run docs，并把结果一起提交。');
    process.exitCode = 1;
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const name of changed) writeFileSync(path.join(folder, name), wanted.get(name));
  for (const name of superfluous) rmSync(path.join(folder, name));
  console.log(
    changed.length + superfluous.length === 0
      ? 'docs/generated/ 无变化。'
      : `已更新：${[...changed, ...superfluous].join('、')}`,
  );
}
