import type { IsoDate } from '../kit/dates.js';

/** What one of several offices said that are asked side by side (会签). */
export interface Opinion {
  agrees: boolean;
  text: string | null;
  on: IsoDate;
}

/** By party, or by unit where the case names units. */
export type Opinions = Readonly<Record<string, Opinion>>;

export const outstanding = (asked: readonly string[], opinions: Opinions): string[] => asked.filter((id) => opinions[id] === undefined);
export const against = (asked: readonly string[], opinions: Opinions): string[] => asked.filter((id) => opinions[id]?.agrees === false);

/** What remains when the paper comes back corrected: whoever objected is asked again, whoever agreed is not. */
export const agreed = (opinions: Opinions): Opinions => Object.fromEntries(Object.entries(opinions).filter(([, { agrees }]) => agrees));

export const without = (opinions: Opinions, id: string): Opinions => Object.fromEntries(Object.entries(opinions).filter(([other]) => other !== id));
