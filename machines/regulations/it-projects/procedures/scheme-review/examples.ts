import { RETURN_TO } from '#machines/desk/events.js';
import { decisionExamples, noticedExamples, opinionExamples, recallExamples, returnExamples } from '#machines/desk/examples.js';
import type { Evidence } from '#machines/kit/testing/example.js';
import type { SchemeContext } from './context.js';
import { deadlines } from './deadlines.js';
import { creationExamples } from './rules/creation.examples.js';
import { reviewExamples } from './rules/review.examples.js';
import { ground, own } from './testing/ground.js';

/** Everything that proves the rules of a scheme review. */
export const evidence: Evidence<SchemeContext> = {
  ground,
  examples: [
    ...creationExamples,
    ...reviewExamples,
    ...decisionExamples(own),
    ...opinionExamples(own),
    ...returnExamples(own, RETURN_TO),
    ...recallExamples(own),
    ...noticedExamples(own, Object.keys(deadlines)),
  ],
};
