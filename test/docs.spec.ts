import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { procedures } from '#machines/proof/all.js';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The pages of the repository: those in its root and all of docs/. */
const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
].sort();

const text = (page: string): string => readFileSync(path.join(ROOT, page), 'utf8');
/** Removes quoted code, because an address in a program is no link. */
const prose = (page: string): string =>
  text(page)
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '');

/** Returns the anchors of a page's headings, as GitHub makes them. */
function anchors(page: string): Set<string> {
  const found = new Set<string>();
  for (const [, heading] of text(page)
    .replace(/^```[\s\S]*?^```/gm, '')
    .matchAll(/^#{1,6} +(.+?) *$/gm)) {
    const base = heading!
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
      .replaceAll(' ', '-');
    let anchor = base;
    for (let n = 1; found.has(anchor); n++) anchor = `${base}-${n}`;
    found.add(anchor);
  }
  return found;
}

function broken(page: string): string[] {
  return [...prose(page).matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map((match) => match[1]!)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#') as [string, string | undefined];
      const target =
        file === '' ? page : path.posix.join(path.posix.dirname(page.split(path.sep).join('/')), decodeURI(file));
      if (!existsSync(path.join(ROOT, target))) return true;
      return (
        anchor !== undefined &&
        statSync(path.join(ROOT, target)).isFile() &&
        target.endsWith('.md') &&
        !anchors(target).has(decodeURIComponent(anchor))
      );
    });
}

describe('the documents', () => {
  it.each(pages)('%s links only to what exists', (page) => {
    expect(broken(page)).toEqual([]);
  });

  it.each(procedures.all().map((p) => [p.id, p] as const))(
    'explain the stages and parties of %s in GLOSSARY.md',
    (_, { id, stages, parties }) => {
      const words = new Set(text('GLOSSARY.md').match(/[A-Za-z]+(-[A-Za-z]+)*/g));
      expect([id, ...stages.map((s) => s.id), ...Object.keys(parties)].filter((word) => !words.has(word))).toEqual([]);
    },
  );
});
