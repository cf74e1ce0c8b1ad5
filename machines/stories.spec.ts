import { describe, expect, it } from '@jest/globals';
import { statesOf } from './kit/describe.js';
import { tell } from './kit/testing/story.js';
import { clauses } from './regulation/clauses.js';
import { allProcedures, procedureOf } from './registry.js';
import { stories } from './stories.js';
import { world } from './testing/world.js';

/**
 * States in which no story has come to rest yet. This list only shrinks: a story that visits one of them makes the test fail
 * until its line is gone.
 */
const UNTOLD: Readonly<Record<string, readonly string[]>> = {
};

const all = Object.entries(stories).flatMap(([id, told]) => told.map((story) => [id, story.title, story] as const));

/** Where cases of each procedure come to rest in any story. */
const visited = new Map<string, Set<string>>();
for (const [id, , story] of all) {
  tell(procedureOf(story.procedure ?? id), story, world, (_, tales) => {
    for (const { procedure, state } of tales.values()) visited.set(procedure.id, new Set([...(visited.get(procedure.id) ?? []), ...state.position.states]));
  });
}

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

  it.each(allProcedures().map((p) => [p.id, p] as const))('come to rest in every state of %s', (id, procedure) => {
    const states = statesOf(procedure).filter((s) => s.kind === 'resting' || s.kind === 'final').map((s) => s.path);
    const untold = UNTOLD[id] ?? [];
    const seen = visited.get(id) ?? new Set();
    expect({ procedure: id, untold: states.filter((s) => !seen.has(s) && !untold.includes(s)) }).toEqual({ procedure: id, untold: [] });
    expect({ procedure: id, 'told by now, or gone': untold.filter((s) => seen.has(s) || !states.includes(s)) }).toEqual({ procedure: id, 'told by now, or gone': [] });
  });
});
