import type { Actor } from '#machines/kit/case/facts.js';

export interface AccessibleCase {
  procedureId: string;
  procedureVersion: number;
  /** Tells whether the case still takes documents. */
  open: boolean;
  /** Tells whether this person may hand in documents, or only read. */
  mayContribute: boolean;
  /** Tells whether this person may read documents of this kind. */
  reads(kind: string): boolean;
}

/** What the documents module needs to know of cases. */
export interface CaseAccess {
  /** @throws Problem 404 when there is no such case or this person may not see it: the two look the same. */
  require(caseId: string, actor: Actor): Promise<AccessibleCase>;
}

/** Nest injection token of the CaseAccess. */
export const CASE_ACCESS = Symbol('CASE_ACCESS');
