import { LATER_REVIEW, REVIEW } from '#machines/desk/review.js';

/** The states of a scheme review, nested as in the machine. */
export const states = {
  underway: { drafting: {}, endorsement: REVIEW, examination: LATER_REVIEW, passed: {} },
  proceeded: {},
  rejected: {},
  withdrawn: {},
} as const;
