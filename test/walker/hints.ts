import type { Hints } from '#machines/kit/testing/sample.js';

/** What luck alone would hardly fill in, and no schema says. By procedure, then by field. */
export const hints: Readonly<Record<string, Hints>> = {
  project: { yes: { classified: 0.02, operationCostInBudget: 0.1 } },
};
