import type { Decided } from '#machines/kit/law/decided.js';
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

/** How many opinions of before a case shows. Those before them stay in its history. */
const MOST_EARLIER = 50;

export const lastOfEarlier = <Earlier>(earlier: readonly Earlier[]): Earlier[] => earlier.slice(-MOST_EARLIER);

/** Replaces opinions: the next ones count from now on. */
export const succeededBy = ({ opinions, earlier }: Given, next: Opinions): Given => ({
  opinions: next,
  earlier: lastOfEarlier([
    ...earlier,
    ...Object.entries(opinions)
      .filter(([by, opinion]) => next[by] !== opinion)
      .map(([by, opinion]) => ({ by, ...opinion })),
  ]),
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

export const without = (opinions: Opinions, ...ids: readonly string[]): Opinions =>
  Object.fromEntries(Object.entries(opinions).filter(([other]) => !ids.includes(other)));

/** What decisions look like: a day, an opinion, a reference to a paper, or a review of experts. */
interface Said extends Partial<Opinion> {
  opinion?: string;
  conclusion?: string;
  number?: string;
  date?: IsoDate;
}

/** Returns a decision as it is kept once it no longer counts. */
export function earlierOf({ by, decision }: Decided): EarlierOpinion {
  if (typeof decision === 'string') return { by, agrees: true, text: null, on: decision };
  const { agrees, conclusion, text, opinion, number, on, date } = decision as Said;
  return { by, agrees: agrees ?? conclusion !== 'failed', text: text ?? opinion ?? number ?? null, on: (on ?? date)! };
}

/** Adds decisions that no longer count to those that have lapsed before. */
export const alsoEarlier = (earlier: readonly EarlierOpinion[], lapsed: readonly Decided[]): EarlierOpinion[] =>
  lastOfEarlier([...earlier, ...lapsed.map(earlierOf)]);
