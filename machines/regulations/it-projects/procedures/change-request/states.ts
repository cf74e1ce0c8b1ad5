import { LATER_REVIEW, REVIEW } from '#machines/desk/review.js';

/** The states of a change, nested as in the machine. */
export const states = {
  underway: {
    drafting: {},
    decided: {},
    filing: REVIEW,
    endorsement: REVIEW,
    examination: { ...LATER_REVIEW, expertReview: {}, cityReview: {}, provinceReview: {}, governmentDecision: {} },
    implementing: {},
  },
  closed: {},
  rejected: {},
  withdrawn: {},
  lapsed: {},
} as const;
