import { describe, expect, it } from '@jest/globals';
import { procedures } from './all.js';
import { allStories, kinds, kindsIn, sampleOf } from './story-sample.js';

const lines = (told: typeof allStories): number => told.reduce((n, [, { steps }]) => n + steps.length, 0);

describe('the stories that stand for all', () => {
  const sample = sampleOf(allStories);

  it('tell of every procedure, by every kind of line that any story of it has', () => {
    expect(new Set(sample.map(([procedure]) => procedure))).toEqual(new Set(procedures.all().map((p) => p.id)));
    expect(new Set(sample.flatMap(kindsIn))).toEqual(new Set(allStories.flatMap(kindsIn)));
  });

  it('are told apart by nothing that no story has', () => {
    const steps = allStories.flatMap(([, story]) => story.steps);
    expect(Object.keys(kinds).filter((kind) => !steps.some(kinds[kind]!))).toEqual([]);
  });

  it('are few', () => {
    expect(lines(sample)).toBeLessThan(lines(allStories) / 4);
  });
});
