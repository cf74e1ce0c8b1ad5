import {
  agreed,
  outstanding,
  succeededBy,
  without,
  type EarlierOpinion,
  type Opinions,
} from '#machines/desk/countersign.js';
import type { ExpertReview } from '#machines/desk/experts.js';
import type { Facts } from '#machines/kit/case/facts.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Declaration } from './declaration.js';
import { REVIEWERS, type Reviewer } from './parties.js';

export interface OperationContext {
  declaration: Declaration;
  /** The operation project under review, or the project that built the system. */
  project: { id: string; number: string; title: string } | null;
  submittedOn: IsoDate | null;
  endorsedOn: IsoDate | null;
  /** By reviewer. The opinions survive a correction. */
  opinions: Opinions;
  /** Opinions that no longer count. */
  earlier: readonly EarlierOpinion[];
  expertReview: ExpertReview | null;
  concluded: { number: string; date: IsoDate; approvedFen: number } | null;
}

/** Returns the reviewers whose opinion is outstanding. */
export const outstandingReviewers = ({ opinions }: OperationContext): readonly Reviewer[] =>
  outstanding(REVIEWERS, opinions);

/** Returns the reviewer on whose behalf this person speaks. */
export const reviewer = ({ seat }: Facts): Reviewer => seat!.party as Reviewer;

export const opined = (
  context: OperationContext,
  agrees: boolean,
  text: string | undefined,
  facts: Facts,
): Partial<OperationContext> =>
  succeededBy(context, { ...context.opinions, [reviewer(facts)]: { agrees, text: text ?? null, on: facts.today } });

/** Asks the reviewer who sends the paper back once more. */
export const askedAgain = (context: OperationContext, facts: Facts): Partial<OperationContext> =>
  succeededBy(context, without(context.opinions, reviewer(facts)));

/** Removes the opinions: from the draft on, the review begins anew. */
export const afresh = (context: OperationContext): Partial<OperationContext> => ({
  ...succeededBy(context, {}),
  submittedOn: null,
  endorsedOn: null,
  expertReview: null,
});

/**
 * Tells whether the declaration costs more, is for another system, or contains other work. Then it is not what the
 * department, the reviewers and the experts saw.
 */
const isAnother = (now: Declaration, before: Declaration): boolean =>
  now.totalFen > before.totalFen ||
  now.system !== before.system ||
  now.items.some(({ name }) => !before.items.some((i) => i.name === name));

/** Changes the paper that comes back. Reviewers who agreed are not asked again, unless it has become another paper. */
export const revised = (
  context: OperationContext,
  { changes = {} }: { changes?: Partial<Declaration> | undefined },
): Partial<OperationContext> => {
  const declaration = { ...context.declaration, ...changes };
  return isAnother(declaration, context.declaration)
    ? { declaration, ...succeededBy(context, {}), endorsedOn: null, expertReview: null }
    : { declaration, ...succeededBy(context, agreed(context.opinions)) };
};
