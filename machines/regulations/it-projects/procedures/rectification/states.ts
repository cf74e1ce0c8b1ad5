import { REVIEW } from '#machines/desk/review.js';

/** The states of a rectification, nested as in the machine. */
export const states = {
  open: { awaitingReport: {}, review: REVIEW, disposing: {}, underMeasure: {} },
  awaitingLifting: {},
  closed: {},
  projectTerminated: {},
  revoked: {},
} as const;
