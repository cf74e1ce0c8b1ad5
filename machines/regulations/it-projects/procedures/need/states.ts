import { LATER_REVIEW, REVIEW } from '#machines/desk/review.js';

/** The states of a need, nested as in the machine. */
export const states = {
  underway: { drafting: {}, answering: REVIEW, coordinating: LATER_REVIEW },
  takenUp: {},
  declined: {},
  withdrawn: {},
} as const;
