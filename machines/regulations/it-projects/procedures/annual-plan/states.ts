/** The states of a plan, nested as in the machine. */
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
