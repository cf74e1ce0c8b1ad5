/** The states in which it can be, as they lie in each other. */
export const states = {
  underway: {
    beginning: {},
    announced: {},
    collecting: {},
    jointReview: {},
    listing: {},
    expertReview: {},
    cityReview: {},
    provinceReview: {},
    governmentDecision: {},
    issuing: {},
  },
  publishing: {},
  closed: {},
  abandoned: {},
} as const;
