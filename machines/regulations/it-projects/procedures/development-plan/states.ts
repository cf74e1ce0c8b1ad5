import { REVIEW } from '#machines/desk/review.js';

/** The states of a development plan, nested as in the machine. */
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
