import { z } from 'zod';
import { expertEvents } from '#machines/desk/experts.js';
import { fen, reference, text } from '#machines/kit/words/fields.js';

/**
 * The signals of an operation review to its project (二(五)4): the conclusion, and the expert review it is based on
 * (三3).
 */
export const operationSignals = {
  operationReviewed: {
    label: '运维方案和预算已经审定',
    payload: z.strictObject({
      case: text(40).meta({ description: '审核案件编号' }),
      ...reference,
      approvedFen: fen.meta({ description: '审定金额，整数分' }),
      expertReview: expertEvents.recordExpertReview.payload,
    }),
  },
} as const;

export type OperationReviewed = z.infer<typeof operationSignals.operationReviewed.payload>;
