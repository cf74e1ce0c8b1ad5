import { REVIEW } from '#machines/desk/review.js';

/** The states in which it can be, as they lie in each other. */
export const states = {
  underway: {
    drafting: {},
    decided: {},
    filing: REVIEW,
    endorsement: REVIEW,
    examination: { ...REVIEW, expertReview: {}, cityReview: {}, provinceReview: {}, governmentDecision: {} },
    implementing: {},
  },
  closed: {},
  rejected: {},
  withdrawn: {},
  lapsed: {},
} as const;
