import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './source-file.js';

const FOLDER = path.join(ROOT, 'docs/tasks');

export const pageOf = (task: string): string => readFileSync(path.join(FOLDER, `${task}.md`), 'utf8');
export const patchOf = (task: string): string => readFileSync(path.join(FOLDER, `${task}.patch`), 'utf8');

/** One file of a patch: its head, and its hunks from `@@` on. */
interface PatchedFile {
  path: string;
  created: boolean;
  head: string;
  hunks: string[];
}

export const filesOf = (patch: string): PatchedFile[] =>
  patch.split(/^(?=diff --git )/m).map((text) => {
    const [head = '', ...hunks] = text.split(/^(?=@@ )/m);
    return { path: /^\+\+\+ b\/(.*)$/m.exec(head)![1]!, created: /^new file/m.test(head), head, hunks };
  });

/**
 * The patch as if somebody had forgotten the hunks of `file` that say `words`.
 * @throws when there is none: then the test would forget nothing
 */
export function without(patch: string, { file, words = '' }: { file: string; words?: string }): string {
  const forgotten = (one: PatchedFile, hunk: string): boolean => one.path.endsWith(file) && hunk.includes(words);
  const files = filesOf(patch);
  if (!files.some((one) => one.hunks.some((hunk) => forgotten(one, hunk))))
    throw new Error(`no hunk of ${file} says ${words}`);
  return files
    .map((one) => ({ ...one, hunks: one.hunks.filter((hunk) => !forgotten(one, hunk)) }))
    .filter(({ hunks }) => hunks.length > 0)
    .map(({ head, hunks }) => [head, ...hunks].join(''))
    .join('');
}

/** The blocks of a page that show a change, each cut where lines are left out. */
export const shownIn = (page: string): string[] =>
  [...page.matchAll(/^```diff\n([\s\S]*?)^```$/gm)].flatMap(([, block]) => block!.split(/^@@\n/m));

/** The lines that a patch takes out or puts into files that were there before. */
export const changedIn = (patch: string): string[] =>
  filesOf(patch)
    .filter(({ created }) => !created)
    .flatMap(({ hunks }) => hunks.join('').split('\n'))
    .filter((line) => /^[+-]/.test(line));
