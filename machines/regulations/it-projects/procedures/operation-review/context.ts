import {
  agreed,
  alsoEarlier,
  outstanding,
  succeededBy,
  without,
  type EarlierOpinion,
  type Opinions,
} from '#machines/desk/countersign.js';
import type { ExpertReview } from '#machines/desk/experts.js';
import type { HandedIn } from '#machines/desk/handed-in.js';
import type { Facts } from '#machines/kit/case/facts.js';
import { among, given, type Decisions } from '#machines/kit/law/decided.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Declaration } from './declaration.js';
import { REVIEWERS, type Reviewer } from './parties.js';

export interface OperationContext extends HandedIn {
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

/** Changes the paper that comes back. Reviewers who objected are asked again; those who agreed to another paper, too. */
export const revised = (
  context: OperationContext,
  { changes = {} }: { changes?: Partial<Declaration> | undefined },
): Partial<OperationContext> => ({
  declaration: { ...context.declaration, ...changes },
  ...succeededBy(context, agreed(context.opinions)),
});

/** Whatever is decided here is decided on the plan and budget of the declaration, and on the papers handed in. */
export const decided: Decisions<OperationContext> = {
  standing: ({ declaration, papers, opinions, endorsedOn, expertReview }) => {
    const about = { declaration, papers };
    return [
      ...Object.entries(opinions).map(([by, decision]) => ({ by, decision, about })),
      ...given('superior', endorsedOn, about),
      ...given('experts', expertReview, about),
    ];
  },
  lapse: (context, lapsed) => ({
    opinions: without(context.opinions, ...lapsed.map(({ by }) => by)),
    earlier: alsoEarlier(context.earlier, lapsed),
    ...(among(lapsed, 'superior') ? { endorsedOn: null } : {}),
    ...(among(lapsed, 'experts') ? { expertReview: null } : {}),
  }),
};
