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

interface Reference {
  number: string;
  date: IsoDate;
}

/** One way to the county government: the first, or that of an adjustment. */
export interface Round {
  /** By party, or by unit for the departments that the plan names. */
  opinions: Opinions;
  expertReview: ExpertReview | null;
  sentToCity: IsoDate | null;
  city: Reference | null;
  sentToGovernment: IsoDate | null;
}

export interface PlanContext {
  declaration: Declaration;
  round: Round;
  /** Opinions that no longer count, of this round and of those before. */
  earlier: readonly EarlierOpinion[];
  /** What the county government has approved, the latest last; its length is the version. */
  versions: (Reference & { version: number; summary: string })[];
  /** Under way: why, what is proposed, and what was in force before. */
  adjustment: { reason: string; on: IsoDate; proposal: string | null; former: Declaration } | null;
  implementedOn: IsoDate | null;
  filed: { version: number; on: IsoDate } | null;
}

export const freshRound: Round = {
  opinions: {},
  expertReview: null,
  sentToCity: null,
  city: null,
  sentToGovernment: null,
};

/** 会同有关部门: those of the joint review, and whom else the plan names. */
export const CONSULTED = ['cyberspace', 'developmentReform', 'finance'] as const;

export const askedBy = ({ declaration }: PlanContext): string[] => [
  ...new Set([...CONSULTED, ...declaration.departments]),
];

export const outstandingUnits = (context: PlanContext): string[] =>
  outstanding(context.declaration.departments, context.round.opinions);

/** Parties whose opinion is outstanding. */
export const outstandingParties = (context: PlanContext): readonly ((typeof CONSULTED)[number] | 'departments')[] => [
  ...outstanding(CONSULTED, context.round.opinions),
  ...(outstandingUnits(context).length > 0 ? ['departments' as const] : []),
];

/** On whose behalf this person speaks: a party, or a unit, and one that is still asked before one that has answered. */
export function speaker(context: PlanContext, { seat }: Facts): string {
  const { party, principals } = seat!;
  if (party !== 'departments') return party;
  const mine = context.declaration.departments.filter((id) => principals.includes(`unit:${id}`));
  return outstanding(mine, context.round.opinions)[0] ?? mine[0]!;
}

export const inRound = ({ round }: PlanContext, change: Partial<Round>): { round: Round } => ({
  round: { ...round, ...change },
});

/** These count from now on; what was said before is kept. */
const nowSaying = (context: PlanContext, next: Opinions): Pick<PlanContext, 'round' | 'earlier'> => {
  const { opinions, earlier } = succeededBy({ opinions: context.round.opinions, earlier: context.earlier }, next);
  return { ...inRound(context, { opinions }), earlier };
};

export const opined = (
  context: PlanContext,
  agrees: boolean,
  text: string | undefined,
  facts: Facts,
): Partial<PlanContext> =>
  nowSaying(context, {
    ...context.round.opinions,
    [speaker(context, facts)]: { agrees, text: text ?? null, on: facts.today },
  });

/** Whoever sends it back looks at it again; the bureau itself has no opinion to give. */
export const askedAgain = (context: PlanContext, facts: Facts): Partial<PlanContext> =>
  nowSaying(context, without(context.round.opinions, speaker(context, facts)));

/** Nobody has been asked yet. */
export const unasked = (context: PlanContext): Partial<PlanContext> => nowSaying(context, {});

/** An adjustment is asked about from the beginning. */
export const anotherRound = (context: PlanContext): Partial<PlanContext> => ({
  ...nowSaying(context, {}),
  round: freshRound,
});

/** It comes back changed: whoever agreed is not asked again. */
export const revised = (
  context: PlanContext,
  { changes = {} }: { changes?: Partial<Declaration> | undefined },
): Partial<PlanContext> => ({
  declaration: { ...context.declaration, ...changes },
  ...nowSaying(context, agreed(context.round.opinions)),
});
