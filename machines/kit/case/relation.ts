import type { CaseUnit } from '../words/party.js';
import type { CaseStatus } from './standing.js';
import type { Viewed } from './view.js';

/** The name by which a case calls another one: `annualPlan`, `project`. */
export type RelationName = string;

/** A tie between cases of two procedures. Both ends write it, each under the name by which it knows the other. */
export interface RelationDefinition {
  label: string;
  /** The procedure at the other end. */
  procedure: string;
  /** What that case calls this one. */
  inverse: RelationName;
}

export type Relations = Readonly<Record<RelationName, RelationDefinition>>;

/**
 * Another case as a rule may look at it: what every case shows, and the views that its procedure publishes. It may move
 * a moment later, so the receiver of a signal decides again for itself.
 */
export interface Related extends Viewed {
  id: string;
  title: string;
  unit: CaseUnit;
  status: CaseStatus;
  stage: string | null;
  label: string;
  /**
   * The seq at which the case was read, if it is named, tied or the only one of its kind. History keeps it beside the
   * event, so that the source of what the event took from that case can be found again. Looks at all cases of a unit
   * have none: only rules use them, and history keeps what those rules saw.
   */
  seq?: number;
}

/**
 * Which other cases a rule wants to see before it can judge:
 * - `linked`: the cases this one is tied to under that name;
 * - `id`: a case that somebody names, by its id or its number;
 * - `key`: the only case of its kind, by what makes it so (the year of a plan); a case that was broken off does not
 * count;
 * - `units`: all cases of the given units, ended ones included, the newest first; only those of one stage if `stage`
 * says so.
 */
export type Look =
  | { as: string; linked: RelationName }
  | { as: string; procedure: string; id: string }
  | { as: string; procedure: string; key: string }
  | { as: string; procedure: string; units: readonly string[]; stage?: string };

/**
 * What was found for each look, by its name. A missing name was not looked for: the answer is "not known", not "none".
 */
export type RelatedCases = Readonly<Record<string, readonly Related[]>>;
