import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedFrom } from '#machines/kit/testing/chance.js';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { regulations } from '#machines/regulations.js';
import { lendingRules } from './support/lending/regulation.js';
import { startApp, type RunningApp } from './support/start-app.js';
import { reportOf, walk } from './walker/walk.js';

const depth = depthFrom(process.env.DEPTH);
/**
 * The tests take the same walk in every run, unless another seed is given. `npm run walk` takes a new one each time.
 */
const SEED = seedFrom(process.env.SEED, 20260105);
const STEPS = Number(process.env.STEPS ?? depth.of(120, 2500));
const WITHIN_MS = 150_000;

describe('the interface, whoever comes and whatever they send', () => {
  let app: RunningApp;
  beforeAll(async () => {
    // One regulation is unknown to the program and to the walker.
    app = await startApp({ clock: 'simulated', clockStart: '2025-01-06' }, [...regulations, lendingRules]);
  });
  afterAll(() => app.close());

  it('keeps every promise, in every state that the cases reach', async () => {
    const walked = await walk({ url: app.url, seed: SEED, steps: STEPS, withinMs: WITHIN_MS });
    process.stdout.write(`${reportOf(SEED, walked)}\n`);
    expect(walked.accepted).toBeGreaterThan(depth.of(20, 50));
    // A change needs an approved project. In the time of one test a random walk seldom gets that far.
    const begun = walked.coverage.filter(({ reached }) => reached > 0).map(({ procedure }) => procedure);
    expect(begun.length).toBeGreaterThanOrEqual(walked.coverage.length * depth.of(0.25, 0.5));
    // A busy machine does fewer steps in the same time, but a walk with too few steps proves nothing.
    const sum = (read: (c: (typeof walked.coverage)[number]) => number): number =>
      walked.coverage.map(read).reduce((a, b) => a + b, 0);
    expect(sum((c) => c.reached) / sum((c) => c.states)).toBeGreaterThan(depth.of(0.05, 0.15));
  }, 240_000);
});
