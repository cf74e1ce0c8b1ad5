import { REVIEW } from '#machines/desk/review.js';

/** The states of a scheme review, nested as in the machine. */
export const states = {
  underway: { drafting: {}, endorsement: REVIEW, examination: REVIEW, passed: {} },
  proceeded: {},
  rejected: {},
  withdrawn: {},
} as const;
