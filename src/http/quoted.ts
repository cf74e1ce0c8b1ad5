import { harmless } from '#machines/kit/words/acceptable-text.js';

const MOST_NAMES = 20;
const MOST_LETTERS = 40;

/** Repeats names that somebody sent, as far as a sentence can hold them. */
export function quoted(names: readonly string[]): string {
  const shown = names
    .slice(0, MOST_NAMES)
    .map((name) => `“${[...harmless(name, 'one')].slice(0, MOST_LETTERS).join('')}”`);
  return shown.join('、') + (names.length > shown.length ? `等 ${names.length} 个` : '');
}
