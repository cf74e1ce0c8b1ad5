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
  /** The operation project it is the review of, or the project that built the system. */
  project: { id: string; number: string; title: string } | null;
  submittedOn: IsoDate | null;
  endorsedOn: IsoDate | null;
  /** By reviewer; they survive a correction. */
  opinions: Opinions;
  /** Opinions that no longer count. */
  earlier: readonly EarlierOpinion[];
  expertReview: ExpertReview | null;
  concluded: { number: string; date: IsoDate; approvedFen: number } | null;
}

/** Reviewers whose opinion is outstanding. */
export const outstandingReviewers = ({ opinions }: OperationContext): readonly Reviewer[] =>
  outstanding(REVIEWERS, opinions);

/** On whose behalf this person speaks. */
export const reviewer = ({ seat }: Facts): Reviewer => seat!.party as Reviewer;

export const opined = (
  context: OperationContext,
  agrees: boolean,
  text: string | undefined,
  facts: Facts,
): Partial<OperationContext> =>
  succeededBy(context, { ...context.opinions, [reviewer(facts)]: { agrees, text: text ?? null, on: facts.today } });

/** Whoever sends the paper back looks at it again. */
export const askedAgain = (context: OperationContext, facts: Facts): Partial<OperationContext> =>
  succeededBy(context, without(context.opinions, reviewer(facts)));

/** Back in the draft, it is examined from the beginning. */
export const afresh = (context: OperationContext): Partial<OperationContext> => ({
  ...succeededBy(context, {}),
  submittedOn: null,
  endorsedOn: null,
  expertReview: null,
});

/** Dearer, for another system, or for work that was not in it: not what the department, the reviewers and the experts saw. */
const isAnother = (now: Declaration, before: Declaration): boolean =>
  now.totalFen > before.totalFen ||
  now.system !== before.system ||
  now.items.some(({ name }) => !before.items.some((i) => i.name === name));

/** A paper that comes back: who agreed is not asked again, unless it has become another one. */
export const revised = (
  context: OperationContext,
  { changes = {} }: { changes?: Partial<Declaration> | undefined },
): Partial<OperationContext> => {
  const declaration = { ...context.declaration, ...changes };
  return isAnother(declaration, context.declaration)
    ? { declaration, ...succeededBy(context, {}), endorsedOn: null, expertReview: null }
    : { declaration, ...succeededBy(context, agreed(context.opinions)) };
};
