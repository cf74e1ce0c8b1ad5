import { choose } from '#machines/kit/decide/explain.js';
import { restore } from '#machines/kit/decide/snapshot.js';
import type { Entry } from '#machines/kit/testing/docket.js';

/**
 * The decisions that are carried out at once, and not relied on by somebody who decides later. Every other decision must
 * be among those that lapse when what they are about changes (`Procedure.decided`).
 */
export const LAST_WORDS: Readonly<Record<string, readonly string[]>> = {
  'annual-plan': ['removeItem'],
  'change-request': ['acknowledge', 'approve', 'declineEndorsement', 'declineFiling'],
  'classified-index': ['allowIndex', 'recordSecrecyReview'],
  need: ['redirect'],
  project: [
    ...['approve', 'approveAcceptanceExtension', 'approveTrialExtension', 'concludeAcceptance', 'concludeEvaluation'],
    ...['confirmFunds', 'confirmHandOver', 'confirmRectification', 'declineEndorsement'],
    'orderEvaluationRectification',
    ...['recordArchiveAcceptance', 'resume', 'scheduleAcceptance', 'suspend'],
  ],
  rectification: [
    ...['confirmRectification', 'criticise', 'deferPlan', 'failRectification', 'liftSuspension', 'setNewLimit'],
    ...['suspendProject', 'terminateProject'],
  ],
  'scheme-review': ['declineEndorsement', 'passScheme'],
};

/** Tells whether somebody decided, the case goes on, and nothing of the decision is among those that can lapse. */
export function isLastWord({ tale: { procedure }, before, accepted, facts }: Entry): boolean {
  if (!before || Object.hasOwn(procedure.acts, accepted.type)) return false;
  if (['closed', 'terminated'].includes(accepted.next.position.status)) return false;
  const { context } = before.snapshot;
  const situation = { context, data: accepted.data, facts };
  const choice = choose(procedure, restore(procedure, before.snapshot), accepted.type, situation);
  if (choice.kind !== 'route' || !choice.law.decides || choice.law.returns) return false;
  const standing = (at: unknown) =>
    (procedure.decided?.standing(at) ?? []).map(({ by, of, decision }) => JSON.stringify([by, of, decision]));
  const known = new Set(standing(context));
  return standing(accepted.next.snapshot.context).every((decision) => known.has(decision));
}
