import { LATER_REVIEW, REVIEW } from '#machines/desk/review.js';

/** The states of an operation review, nested as in the machine. */
export const states = {
  underway: { drafting: {}, endorsement: REVIEW, review: { ...LATER_REVIEW, expertReview: {} }, concluding: {} },
  concluded: {},
  rejected: {},
  withdrawn: {},
  lapsed: {},
} as const;
