import { describe, expect, it } from '@jest/globals';
import { procedures } from './all.js';
import { allStories, kinds, kindsIn, sampleOf } from './story-sample.js';

const lines = (told: typeof allStories): number => told.reduce((n, [, { steps }]) => n + steps.length, 0);

describe('the sample of the stories', () => {
  const sample = sampleOf(allStories);

  it('contains every procedure, and every kind of line in its stories', () => {
    expect(new Set(sample.map(([procedure]) => procedure))).toEqual(new Set(procedures.all().map((p) => p.id)));
    expect(new Set(sample.flatMap(kindsIn))).toEqual(new Set(allStories.flatMap(kindsIn)));
  });

  it('knows no kind of line without a story', () => {
    const steps = allStories.flatMap(([, story]) => story.steps);
    expect(Object.keys(kinds).filter((kind) => !steps.some(kinds[kind]!))).toEqual([]);
  });

  it('is small', () => {
    expect(lines(sample)).toBeLessThan(lines(allStories) / 4);
  });
});
