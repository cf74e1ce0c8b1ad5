import { REVIEW } from '#machines/desk/review.js';

/** The states in which it can be, as they lie in each other. */
export const states = {
  underway: { drafting: {}, examination: REVIEW },
  approved: {},
  declined: {},
  withdrawn: {},
} as const;
