import { describe, expect, it } from '@jest/globals';
import { tell } from './kit/testing/story.js';
import { clauses } from './regulation/clauses.js';
import { allProcedures, procedureOf } from './registry.js';
import { stories } from './stories.js';
import { world } from './testing/world.js';

const all = Object.entries(stories).flatMap(([id, told]) => told.map((story) => [id, story.title, story] as const));

describe('a story, told on the pure machine', () => {
  it.each(all)('%s: %s', (id, _, story) => {
    const tale = tell(procedureOf(story.procedure ?? id), story, world);
    expect(tale.history.length).toBeGreaterThan(0);
  });
});

describe('the stories', () => {
  it('tell of every procedure', () => {
    expect(Object.keys(stories).sort()).toEqual(allProcedures().map((p) => p.id).sort());
  });

  it('have titles of their own and name clauses there are', () => {
    expect(new Set(all.map(([, title]) => title)).size).toBe(all.length);
    const known = new Set(clauses.map((c) => c.id));
    for (const [, title, story] of all) for (const clause of story.clauses) expect([title, known.has(clause)]).toEqual([title, true]);
  });
});
