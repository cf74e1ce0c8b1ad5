import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importsOf } from '../../test/support/import-graph.js';
import { ROOT, sourcesIn } from '../../test/support/source-file.js';
import { code } from './markdown.js';
import { rooms } from './rooms.js';

/** The page whose lists `npm run docs` writes. The text around them is written by hand. */
export const ARCHITECTURE = path.join('docs', 'architecture.md');

const names = Object.keys(rooms);
const roomOf = (file: string): string | undefined =>
  names.filter((room) => file.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0];
const isProof = (file: string): boolean => /\.spec\.ts$|examples\.ts$|\/(scenarios|testing)\/|\/proof\.ts$/.test(file);

/** Returns folders of the tree without a description, and descriptions whose folder is gone. */
export function undescribed(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(path.join(ROOT, folder), { withFileTypes: true })
      .filter((item) => item.isDirectory())
      .map((item) => `${folder}/${item.name}`);
  const wanted = ['machines', 'machines/kit', 'machines/regulations', 'src'].flatMap(below);
  const around = (folder: string): boolean => names.some((room) => room === folder || room.startsWith(`${folder}/`));
  return [
    ...wanted.filter((folder) => !around(folder)).map((folder) => `${folder} has no line in scripts/docs/rooms.ts`),
    ...names.filter((room) => sourcesIn(room).length === 0).map((room) => `${room} is described, and holds nothing`),
  ];
}

/** Lists each folder with what it holds and what its files import, without tests and examples. */
function modules(): string {
  const rows = names.map((room) => {
    const files = sourcesIn(room).filter(({ path: file }) => roomOf(file) === room && !isProof(file));
    const targets = files.flatMap((file) =>
      importsOf(file).flatMap(({ target, own }) => (own ? (roomOf(`${target}/`) ?? roomOf(target) ?? []) : [])),
    );
    const others = [...new Set(targets)].filter((other) => other !== room).sort();
    return `| ${code(room)} | ${rooms[room]} | ${others.map((other) => code(other.replace('machines/', ''))).join(', ')} |`;
  });
  return ['| room | holds | looks into |', '|---|---|---|', ...rows].join('\n');
}

/** Lists the decisions by number and title. */
function decisions(): string {
  const folder = path.join(ROOT, 'docs', 'adr');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const [, title = file] = /^# \d+:? (.*)$/m.exec(readFileSync(path.join(folder, file), 'utf8')) ?? [];
      return `- [${file.slice(0, 4)} ${title}](adr/${file})`;
    })
    .join('\n');
}

/**
 * Returns the page with the text between its markers written anew.
 * @throws if a folder is not described, or a marker is missing
 */
export function architecturePage(text: string): string {
  const missing = undescribed();
  if (missing.length > 0) throw new Error(missing.join('\n'));
  return Object.entries({ modules: modules(), decisions: decisions() }).reduce((page, [name, list]) => {
    const [start, end] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
    const [from, to] = [page.indexOf(start), page.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${ARCHITECTURE} has no place for ${name}`);
    return `${page.slice(0, from + start.length)}\n\n${list}\n\n${page.slice(to)}`;
  }, text);
}
