import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Declaration } from './declaration.js';

/** A department's answer to the need. */
export interface Answer {
  unit: string;
  agrees: boolean;
  text: string;
  on: IsoDate;
}

export interface NeedContext {
  declaration: Declaration;
  /** The department that is asked now. */
  target: string;
  answer: Answer | null;
  /** The answers of departments that were asked before. */
  earlier: Answer[];
  takenUp: { arrangement: string; on: IsoDate } | null;
}
