import { REVIEW } from '#machines/desk/review.js';

/** The states in which it can be, as they lie in each other. */
export const states = {
  open: { awaitingReport: {}, review: REVIEW, disposing: {}, underMeasure: {} },
  awaitingLifting: {},
  closed: {},
  projectTerminated: {},
  revoked: {},
} as const;
