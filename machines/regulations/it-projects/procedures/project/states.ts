import { LATER_REVIEW, REVIEW } from '#machines/desk/review.js';

/** The states of a project, nested as in the machine. */
export const states = {
  underway: {
    path: {
      reserve: {
        drafting: {},
        participation: {},
        declared: {},
        endorsement: LATER_REVIEW,
        preReview: LATER_REVIEW,
        pooled: {},
      },
      plan: { endorsement: {}, collected: {}, correcting: {}, weighing: {}, governmentApproval: {} },
      approval: {
        choosing: {},
        feasibility: {
          preparing: {},
          handedIn: {},
          endorsement: REVIEW,
          examination: { ...LATER_REVIEW, thirdParty: {}, expertReview: {} },
        },
        design: {
          preparing: {},
          handedIn: {},
          endorsement: REVIEW,
          examination: { ...LATER_REVIEW, thirdParty: {}, expertReview: {}, cityReview: {}, provinceReview: {} },
        },
        combined: {
          preparing: {},
          handedIn: {},
          endorsement: REVIEW,
          examination: { ...LATER_REVIEW, thirdParty: {}, expertReview: {} },
        },
        servicePlan: {
          preparing: {},
          handedIn: {},
          endorsement: REVIEW,
          examination: { ...LATER_REVIEW, thirdParty: {}, expertReview: {}, cityReview: {}, provinceReview: {} },
        },
        operationReview: {},
      },
      procurement: { preparing: {}, tendering: {}, awarded: {} },
      construction: { awaitingStart: {}, building: {}, completed: {} },
      trial: { period: { running: {}, extensionRequested: {} } },
      acceptance: { preparing: {}, extensionRequested: {}, precheck: REVIEW, meeting: {}, rectifying: {}, filing: {} },
      archival: { handingOver: {}, confirming: REVIEW },
      evaluation: {
        awaitingWindow: {},
        open: {},
        review: { ...REVIEW, thirdParty: {} },
        rectifying: {},
        rectificationReview: REVIEW,
        concluded: {},
        settling: {},
      },
    },
    cityFiling: { notDue: {}, toReport: {}, reported: {}, filed: {} },
    contractFiling: { notDue: {}, toFile: {}, filed: {} },
    contractNotice: { notDue: {}, toPublish: {}, announced: {} },
    contractReport: { notDue: {}, toReport: {}, reported: {} },
    interfacePeriod: { notBegun: {}, running: {} },
    platformFiling: { notDue: {}, toFile: {}, filed: {} },
    approvalPublicity: { notDue: {}, due: {}, disclosed: {} },
    acceptancePublicity: { notDue: {}, due: {}, disclosed: {} },
    selfEvaluation: { notBegun: {}, owed: {}, submitted: {} },
    standing: { normal: {}, suspended: {} },
  },
  closed: {},
  terminated: {},
  withdrawn: {},
  rejected: {},
} as const;
