import type { Evidence } from '../kit/testing/example.js';
import type { RectificationContext } from './context.js';
import { measureExamples } from './rules/measures.examples.js';
import { orderExamples } from './rules/order.examples.js';
import { reviewExamples } from './rules/review.examples.js';
import { ground } from './testing/ground.js';

/** Everything that proves the rules of a rectification. */
export const evidence: Evidence<RectificationContext> = { ground, examples: [...orderExamples, ...reviewExamples, ...measureExamples] };
