import type { ExpertReview } from '#machines/desk/experts.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Basis, Content } from './content.js';

export interface Reference {
  number: string;
  date: IsoDate;
}

/** A decision of a body that the regulation does not name: who decided, under which number, when (二(三)3). */
export interface Decision extends Reference {
  body: string;
}

/** What the case's own events have established. */
export interface ChangeContext {
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
}
