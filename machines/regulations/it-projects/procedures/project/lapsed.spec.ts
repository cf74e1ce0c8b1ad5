import { describe, expect, it } from '@jest/globals';
import { tell } from '#machines/kit/testing/story.js';
import { world } from '../../testing/world.js';
import { project } from './procedure.js';
import { toTheLastDay } from './scenarios/closing.js';
import { longTrial } from './scenarios/troubles.js';

const told = (story: typeof longTrial): string[] =>
  tell(project, story, world)
    .notices.filter((n) => n.title.startsWith('延期申请尚未批准'))
    .map((n) => n.to)
    .sort();

describe('a request to extend the trial run', () => {
  it('lapses if nobody has decided it when the trial run ends, and both sides are told', () => {
    expect(told(toTheLastDay)).toEqual(['role:data-bureau', 'unit:education']);
  });

  it('does not lapse if it was granted', () => {
    expect(told(longTrial)).toEqual([]);
  });
});
