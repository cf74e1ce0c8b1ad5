import type { CaseUnit } from '../words/party.js';
import type { CaseStatus } from './standing.js';
import type { Viewed } from './view.js';

/** What a case calls another one: `annualPlan`, `project`. */
export type RelationName = string;

/** A tie between cases of two procedures. It is written from both ends, each under the name the other end is known by there. */
export interface RelationDefinition {
  label: string;
  /** The procedure at the other end. */
  procedure: string;
  /** What that case calls this one. */
  inverse: RelationName;
}

export type Relations = Readonly<Record<RelationName, RelationDefinition>>;

/**
 * Another case as a rule may look at it: what every case shows, and what its procedure publishes of it in views. It may have moved a
 * moment later: whoever is told something decides again for itself.
 */
export interface Related extends Viewed {
  id: string;
  title: string;
  unit: CaseUnit;
  status: CaseStatus;
  stage: string | null;
  label: string;
  /**
   * The seq at which it was read, of a case that is named, tied or the only one of its kind: history keeps it beside the event, so that
   * what the event took from that case can be found again. Of all cases of a unit only rules look, and what they saw is judged.
   */
  seq?: number;
}

/**
 * Which other cases a rule wants to see before it can judge:
 * - `linked`: those this case is tied to under that name;
 * - `id`: one that somebody names, by its id or its number;
 * - `key`: the only one of its kind, by what makes it so (the year of a plan); one that was broken off is none;
 * - `units`: all of the units given, ended ones included, the newest first; of one stage only where that is said.
 */
export type Look =
  | { as: string; linked: RelationName }
  | { as: string; procedure: string; id: string }
  | { as: string; procedure: string; key: string }
  | { as: string; procedure: string; units: readonly string[]; stage?: string };

/** What was found for each look, by its name. A name that is missing was not looked for: not known, which is not "none". */
export type RelatedCases = Readonly<Record<string, readonly Related[]>>;
