import { alsoEarlier, type EarlierOpinion } from '#machines/desk/countersign.js';
import type { HandedIn } from '#machines/desk/handed-in.js';
import { given, type Decisions } from '#machines/kit/law/decided.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Declaration } from './declaration.js';
import type { Findings } from './events.js';

/** The findings of the bureau on the four points, and the result. */
export interface Review {
  result: 'passed' | 'revise' | 'rejected';
  points: Findings;
  text: string | null;
  on: IsoDate;
  /** 撤回: the bureau took the review back before anybody acted on it. */
  recalledOn?: IsoDate;
}

export interface SchemeContext extends HandedIn {
  declaration: Declaration;
  endorsedOn: IsoDate | null;
  /** Endorsements that no longer count: they were given on another scheme. */
  earlier: readonly EarlierOpinion[];
  /** Every review, the latest last. */
  reviews: Review[];
  proceeded: { on: IsoDate } | null;
}

export const passed = ({ reviews }: SchemeContext): Review | undefined =>
  reviews.findLast((r) => r.result === 'passed');

/** The department above endorses the scheme that it has before it. */
export const decided: Decisions<SchemeContext> = {
  standing: ({ declaration, papers, endorsedOn }) => given('superior', endorsedOn, { declaration, papers }),
  lapse: ({ earlier }, lapsed) => ({ endorsedOn: null, earlier: alsoEarlier(earlier, lapsed) }),
};
