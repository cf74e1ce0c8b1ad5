import type { Rule } from '#machines/kit/law/rule.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { ItProjectsClause } from '../../../clauses/all.js';
export { parameter, period } from '../../../law.js';
export { notInFuture } from '../../../desk.js';
import { attachedOf, handedIn, notBefore as follows, paperOf } from '../../../desk.js';
import type { ChangeContext } from '../context.js';
import { documents } from '../documents.js';

export const attached = attachedOf(documents);
export const paper = paperOf(documents);
export const { papersNow, asHandedIn } = handedIn(documents, [
  'changeStatement',
  'changeApplication',
  'decisionMinutes',
  'changedScheme',
  'leadershipBasis',
  'technicalArgument',
  'approvedPlan',
]);

/** Builds the rule that one of a change's own days does not precede another. */
export const notBefore = <K extends string>(
  field: K,
  label: string,
  earlier: (context: ChangeContext) => IsoDate | undefined,
  earlierLabel: string,
  clause: ItProjectsClause,
  after?: string,
): Rule<ChangeContext, { [P in K]?: IsoDate }> => follows(field, label, earlier, earlierLabel, clause, after);
