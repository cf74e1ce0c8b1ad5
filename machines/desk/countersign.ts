import type { IsoDate } from '#machines/kit/words/dates.js';

/** What one of several offices said when all were asked side by side (会签). */
export interface Opinion {
  agrees: boolean;
  text: string | null;
  on: IsoDate;
}

/** By party, or by unit if the case names units. */
export type Opinions = Readonly<Record<string, Opinion>>;

/** An opinion that no longer counts: the office that gave it has changed it, or is asked again. */
export interface EarlierOpinion extends Opinion {
  by: string;
}

/** The opinions that count, and those given before: no opinion is ever lost (二(六)2). */
export interface Given {
  opinions: Opinions;
  earlier: readonly EarlierOpinion[];
}

/** Replaces opinions: the next ones count from now on. */
export const succeededBy = ({ opinions, earlier }: Given, next: Opinions): Given => ({
  opinions: next,
  earlier: [
    ...earlier,
    ...Object.entries(opinions)
      .filter(([by, opinion]) => next[by] !== opinion)
      .map(([by, opinion]) => ({ by, ...opinion })),
  ],
});

export const outstanding = <Party extends string>(asked: readonly Party[], opinions: Opinions): Party[] =>
  asked.filter((id) => opinions[id] === undefined);
export const against = (asked: readonly string[], opinions: Opinions): string[] =>
  asked.filter((id) => opinions[id]?.agrees === false);

/**
 * Returns what remains when the paper comes back corrected: those who objected are asked again, those who agreed are
 * not.
 */
export const agreed = (opinions: Opinions): Opinions =>
  Object.fromEntries(Object.entries(opinions).filter(([, { agrees }]) => agrees));

export const without = (opinions: Opinions, id: string): Opinions =>
  Object.fromEntries(Object.entries(opinions).filter(([other]) => other !== id));
