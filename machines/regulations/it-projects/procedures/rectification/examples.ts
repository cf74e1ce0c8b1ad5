import type { Evidence } from '#machines/kit/testing/example.js';
import { opinionExamples, recallExamples } from '../../desk.examples.js';
import type { RectificationContext } from './context.js';
import { measureExamples } from './rules/measures.examples.js';
import { orderExamples } from './rules/order.examples.js';
import { reviewExamples } from './rules/review.examples.js';
import { ground, proves, provesAt } from './testing/ground.js';

const told = { proves, provesAt };

/** The evidence for the rules of a rectification. */
export const evidence: Evidence<RectificationContext> = {
  ground,
  examples: [...orderExamples, ...reviewExamples, ...measureExamples, ...opinionExamples(told), ...recallExamples(told)],
};
