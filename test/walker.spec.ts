import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedFrom } from '#machines/kit/testing/chance.js';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { regulations } from '#machines/regulations.js';
import { lendingRules } from './support/lending/regulation.js';
import { startApp, type RunningApp } from './support/start-app.js';
import { reportOf, walk } from './walker/walk.js';

const depth = depthFrom(process.env.DEPTH);
/** The same walk in every run of the tests, unless another is asked for; `npm run walk` takes a new one each time. */
const SEED = seedFrom(process.env.SEED, 20260105);
const STEPS = Number(process.env.STEPS ?? depth.of(300, 2500));
const WITHIN_MS = 150_000;

describe('whoever may come and whatever they send', () => {
  let app: RunningApp;
  beforeAll(async () => {
    // With one that neither the program nor the walker has heard of.
    app = await startApp({ clock: 'simulated', clockStart: '2025-01-06' }, [...regulations, lendingRules]);
  });
  afterAll(() => app.close());

  it('every promise of the interface holds, wherever the cases come', async () => {
    const walked = await walk({ url: app.url, seed: SEED, steps: STEPS, withinMs: WITHIN_MS });
    process.stdout.write(`${reportOf(SEED, walked)}\n`);
    expect(walked.accepted).toBeGreaterThan(depth.of(20, 50));
    // A change needs a project that was approved: luck seldom comes so far in the time of one test.
    const begun = walked.coverage.filter(({ reached }) => reached > 0).map(({ procedure }) => procedure);
    expect(begun.length).toBeGreaterThanOrEqual(walked.coverage.length / 2);
    // A busy machine gets less far in the same time; a walk that gets nowhere proves nothing.
    const sum = (read: (c: (typeof walked.coverage)[number]) => number): number =>
      walked.coverage.map(read).reduce((a, b) => a + b, 0);
    expect(sum((c) => c.reached) / sum((c) => c.states)).toBeGreaterThan(depth.of(0.05, 0.15));
  }, 240_000);
});
