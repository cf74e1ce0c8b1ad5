import { describe, expect, it } from '@jest/globals';
import { cite } from '../cite.js';
import { chapters, clauses } from './all.js';

/** The clauses of the regulation as its readers split them: `2.3.3:a-f` stands for 2.3.3a … 2.3.3f. */
const EXPECTED = `
  1.1 1.2.1 1.2.2 1.2.3 1.2.4
  2.1.1:a-b 2.1.2:a-d 2.1.3:a-b 2.1.4 2.1.5 2.1.6
  2.2.1:a-b 2.2.2:a-d 2.2.3 2.2.4 2.2.5 2.2.6:a-c
  2.3.1:a-b 2.3.2:a-b 2.3.3:a-f 2.3.4 2.3.5
  2.4.1 2.4.2:a-d 2.4.3 2.4.4 2.4.5 2.4.6:a-c
  2.5.1 2.5.2 2.5.3 2.5.4
  2.6.1:a-b 2.6.2 2.6.3:a-b 2.6.4
  3.1 3.2:a-h 3.3:a-b 3.4:a-d`;

function expand(word: string): string[] {
  const [id, letters] = word.split(':');
  if (!letters) return [id!];
  const [first, last] = letters.split('-').map((letter) => letter.charCodeAt(0)) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, i) => `${id}${String.fromCharCode(first + i)}`);
}

describe('the clauses of the regulation', () => {
  it('are all there, each once, in the order of the gazette', () => {
    expect(clauses.map((c) => c.id)).toEqual(EXPECTED.trim().split(/\s+/).flatMap(expand));
  });

  it.each(clauses.map((c) => [c.id, c] as const))('%s is summarised in one Chinese sentence', (_, clause) => {
    expect(clause.summary).toMatch(/^[^。]*\p{Script=Han}[^。]*。$/u);
    if (clause.notEncoded !== undefined) expect(clause.notEncoded).toMatch(/\p{Script=Han}.*。$/u);
  });

  it.each([
    ['2.4.4', '二(四)4'],
    ['1.2.4', '一(二)4'],
    ['3.2f', '三2'],
    ['2.3.3b', '二(三)3'],
    ['1.1', '一(一)'],
    ['3.1', '三1'],
  ])('%s is cited as %s', (id, expected) => expect(cite(id)).toBe(expected));

  it('are each cited as a part and a number', () => {
    for (const { id } of clauses) expect(cite(id)).toMatch(/^([一二]\([一二三四五六]\)\d?|三\d)$/);
  });

  it.each(chapters.map((s) => [s.title, s] as const))('stand in their chapter: %s', (_, { id, clauses: inside }) => {
    for (const clause of inside) expect(clause.id.startsWith(`${id}.`)).toBe(true);
  });
});
