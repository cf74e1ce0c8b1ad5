import { describe, expect, it } from '@jest/globals';
import { tell } from '../kit/testing/story.js';
import { project } from './procedure.js';
import { stories } from './scenarios/all.js';
import { world } from '../testing/world.js';

describe('the life of a project, told on the pure machine', () => {
  it.each(stories.map((s) => [s.title, s] as const))('%s', (_, story) => {
    const tale = tell(project, story, world);
    expect(tale.history.length).toBeGreaterThan(0);
  });
});
