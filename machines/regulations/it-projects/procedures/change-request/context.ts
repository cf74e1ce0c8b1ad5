import { alsoEarlier, type EarlierOpinion } from '#machines/desk/countersign.js';
import type { ExpertReview } from '#machines/desk/experts.js';
import type { HandedIn } from '#machines/desk/handed-in.js';
import { among, given, type Decisions } from '#machines/kit/law/decided.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { totalAfter, type Basis, type Content } from './content.js';

export interface Reference {
  number: string;
  date: IsoDate;
}

/** A decision of a body that the regulation does not name: who decided, under which number, when (二(三)3). */
export interface Decision extends Reference {
  body: string;
}

/** What the case's own events have established. */
export interface ChangeContext extends HandedIn {
  /** The project as it was when the change was begun. What it says today is looked up. */
  project: { id: string; number: string; title: string };
  content: Content;
  basis: Basis;
  /** 内部决策. */
  decidedOn: IsoDate | null;
  /** What the bureau declined to file (不予备案). */
  declined?: Content;
  submittedOn: IsoDate | null;
  endorsedOn: IsoDate | null;
  expertReview: ExpertReview | null;
  city: Reference | null;
  province: Reference | null;
  government: Decision | null;
  /** The unit itself decided the change, or it was approved. From then on it may be carried out. */
  allowed: { by: 'self' | 'approval'; on: IsoDate; decision: Decision | null } | null;
  implementedOn: IsoDate | null;
  /** Opinions that no longer count: they were given on another change. */
  earlier: readonly EarlierOpinion[];
}

const BODIES = ['city', 'province', 'government'] as const;

/** Whatever is decided here is decided on one content, one amount after the change, and the papers handed in. */
export const decided: Decisions<ChangeContext> = {
  standing: ({ content, basis, papers, endorsedOn, expertReview, ...bodies }) => {
    const about = { content, budgetFen: basis.budgetFen, totalFen: totalAfter(basis, content), papers };
    return [
      ...given('superior', endorsedOn, about),
      ...given('experts', expertReview, about),
      ...BODIES.flatMap((body) => given(body, bodies[body], about)),
    ];
  },
  lapse: ({ earlier }, lapsed) => ({
    ...(among(lapsed, 'superior') ? { endorsedOn: null } : {}),
    ...(among(lapsed, 'experts') ? { expertReview: null } : {}),
    ...Object.fromEntries(BODIES.filter((body) => among(lapsed, body)).map((body) => [body, null])),
    earlier: alsoEarlier(earlier, lapsed),
  }),
};
