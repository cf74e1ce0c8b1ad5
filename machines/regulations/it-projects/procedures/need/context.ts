import type { HandedIn } from '#machines/desk/handed-in.js';
import { given, type Decisions } from '#machines/kit/law/decided.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Declaration } from './declaration.js';

/** A department's answer to the need. */
export interface Answer {
  unit: string;
  agrees: boolean;
  text: string;
  on: IsoDate;
}

export interface NeedContext extends HandedIn {
  declaration: Declaration;
  /** The department that is asked now. */
  target: string;
  answer: Answer | null;
  /** The answers of departments that were asked before. */
  earlier: Answer[];
  takenUp: { arrangement: string; on: IsoDate } | null;
}

/** Asks the department anew. The earlier answer stays on record. */
export const unanswered = ({ answer, earlier }: NeedContext): Partial<NeedContext> => ({
  answer: null,
  earlier: answer ? [...earlier, answer] : earlier,
});

/** A department answers the need that it has before it. */
export const decided: Decisions<NeedContext> = {
  standing: ({ declaration, papers, answer }) => given('targetDepartment', answer, { declaration, papers }),
  lapse: unanswered,
};
