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

interface Reference {
  number: string;
  date: IsoDate;
}

/** One way to the county government: the first one, or that of an adjustment. */
export interface Round {
  /** By party, or by unit for the departments that the plan names. */
  opinions: Opinions;
  expertReview: ExpertReview | null;
  sentToCity: IsoDate | null;
  city: Reference | null;
  sentToGovernment: IsoDate | null;
}

export interface PlanContext extends HandedIn {
  declaration: Declaration;
  round: Round;
  /** Opinions that no longer count, of this round and of earlier rounds. */
  earlier: readonly EarlierOpinion[];
  /**
   * The versions the county government has approved, the latest last. The length of the list is the number of the
   * version.
   */
  versions: (Reference & { version: number; summary: string })[];
  /** The adjustment under way: its reason, its proposal, and the declaration that was in force before it. */
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

/** 会同有关部门: those of the joint review. The plan may name further departments. */
export const CONSULTED = ['cyberspace', 'developmentReform', 'finance'] as const;

export const askedBy = ({ declaration }: PlanContext): string[] => [
  ...new Set([...CONSULTED, ...declaration.departments]),
];

export const outstandingUnits = (context: PlanContext): string[] =>
  outstanding(context.declaration.departments, context.round.opinions);

/** Returns the parties whose opinion is outstanding. */
export const outstandingParties = (context: PlanContext): readonly ((typeof CONSULTED)[number] | 'departments')[] => [
  ...outstanding(CONSULTED, context.round.opinions),
  ...(outstandingUnits(context).length > 0 ? ['departments' as const] : []),
];

/**
 * Returns the party or unit on whose behalf this person speaks: one that is still asked before one that has answered.
 */
export function speaker(context: PlanContext, { seat }: Facts): string {
  const { party, principals } = seat!;
  if (party !== 'departments') return party;
  const mine = context.declaration.departments.filter((id) => principals.includes(`unit:${id}`));
  return outstanding(mine, context.round.opinions)[0] ?? mine[0]!;
}

export const inRound = ({ round }: PlanContext, change: Partial<Round>): { round: Round } => ({
  round: { ...round, ...change },
});

/** Makes these opinions count from now on, and keeps those given before. */
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

/** Asks the office that sends the plan back once more. The bureau itself gives no opinion. */
export const askedAgain = (context: PlanContext, facts: Facts): Partial<PlanContext> =>
  nowSaying(context, without(context.round.opinions, speaker(context, facts)));

/** Removes every opinion: nobody has been asked yet. */
export const unasked = (context: PlanContext): Partial<PlanContext> => nowSaying(context, {});

/** Begins another round: an adjustment is asked about from the beginning. */
export const anotherRound = (context: PlanContext): Partial<PlanContext> => ({
  ...nowSaying(context, {}),
  round: freshRound,
});

/** Changes the plan that comes back. An office that objected is asked again; one that agreed to another plan, too. */
export const revised = (
  context: PlanContext,
  { changes = {} }: { changes?: Partial<Declaration> | undefined },
): Partial<PlanContext> => ({
  declaration: { ...context.declaration, ...changes },
  ...nowSaying(context, agreed(context.round.opinions)),
});

/** Whatever is decided in a round is decided on the plan and the papers that were sent round. */
export const decided: Decisions<PlanContext> = {
  standing: ({ declaration, papers, round: { opinions, expertReview, city } }) => {
    const about = { declaration, papers };
    return [
      ...Object.entries(opinions).map(([by, decision]) => ({ by, decision, about })),
      ...given('experts', expertReview, about),
      ...given('city', city, about),
    ];
  },
  lapse: ({ round, earlier }, lapsed) => ({
    round: {
      ...round,
      opinions: without(round.opinions, ...lapsed.map(({ by }) => by)),
      ...(among(lapsed, 'experts') ? { expertReview: null } : {}),
      ...(among(lapsed, 'city') ? { city: null, sentToCity: null } : {}),
    },
    earlier: alsoEarlier(earlier, lapsed),
  }),
};
