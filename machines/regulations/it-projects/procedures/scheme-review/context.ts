import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Declaration } from './declaration.js';
import type { Findings } from './events.js';

/** What the bureau found on the four points, and what came of it. */
export interface Review {
  result: 'passed' | 'revise' | 'rejected';
  points: Findings;
  text: string | null;
  on: IsoDate;
  /** 撤回: the bureau took it back before anybody acted on it. */
  recalledOn?: IsoDate;
}

export interface SchemeContext {
  declaration: Declaration;
  endorsedOn: IsoDate | null;
  /** Every review there was, the latest last. */
  reviews: Review[];
  proceeded: { on: IsoDate } | null;
}

export const passed = ({ reviews }: SchemeContext): Review | undefined =>
  reviews.findLast((r) => r.result === 'passed');
