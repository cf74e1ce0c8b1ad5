import type { SharedEffect, Say } from '#machines/kit/law/effects.js';
import type { OperationReviewed } from '../../common/operation-signals.js';
import type { OperationContext } from './context.js';

const conclusion: Say = ({ concluded, expertReview }: OperationContext, { number }): { data: OperationReviewed }[] => [
  { data: { case: number, ...concluded!, expertReview: expertReview! } },
];

/** The conclusion is the approval of the operation project (二(五)4). */
export const tellsConclusion: SharedEffect = {
  do: 'signal',
  relation: 'project',
  event: 'operationReviewed',
  say: conclusion,
};
