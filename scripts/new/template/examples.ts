import { noticedExamples } from '#machines/desk/corrections.examples.js';
import type { Evidence } from '#machines/kit/testing/example.js';
import { decisionExamples, opinionExamples, recallExamples } from '#machines/regulations/it-projects/desk.examples.js';
import type { SampleRequestContext } from './context.js';
import { deadlines } from './deadlines.js';
import { requestExamples } from './rules/request.examples.js';
import { ground, own } from './testing/ground.js';

/** Everything that proves the rules: its own, and those of the desk that it uses. */
export const evidence: Evidence<SampleRequestContext> = {
  ground,
  examples: [...requestExamples, ...decisionExamples(own), ...opinionExamples(own), ...recallExamples(own), ...noticedExamples(own, Object.keys(deadlines))],
};
