import { REVIEW } from '#machines/desk/review.js';

/** The states in which it can be, as they lie in each other. */
export const states = {
  underway: {
    path: {
      compiling: {
        drafting: {},
        consulting: { ...REVIEW, weighing: {} },
        settling: {},
        expertReview: {},
        cityReview: {},
        governmentDecision: {},
      },
      approved: {},
      inForce: {},
      adjusting: {
        drafting: {},
        consulting: { ...REVIEW, weighing: {} },
        settling: {},
        expertReview: {},
        cityReview: {},
        governmentDecision: {},
      },
    },
    filing: { notDue: {}, toFile: {}, filed: {} },
  },
  superseded: {},
  expired: {},
  withdrawn: {},
} as const;
