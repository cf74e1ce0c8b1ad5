import type { Principal } from '../words/party.js';
import type { Desk } from './desk.js';
import type { Deadline, Standstill } from './occurrence.js';
import type { Position } from './standing.js';

/** What the machine itself keeps of a case. */
export interface Snapshot {
  value: unknown;
  context: unknown;
  /** When the case stood still as a whole; not there for one that never did. */
  stood?: Standstill;
}

/** A case as the law sees it: everything a decision needs, nothing that a database adds. */
export interface CaseState {
  id: string;
  title: string;
  snapshot: Snapshot;
  position: Position;
  /** Open and paused ones. */
  deadlines: readonly Deadline[];
  /** Everyone whom the case has ever waited on or whose step it was: they may see it. */
  audience: readonly Principal[];
  /** How the office has arranged its work on it. */
  desk: Desk;
}

/** An event for a case this one is tied to; for all of that name without `to`. */
export interface Signal {
  relation: string;
  event: string;
  to?: string;
  data: unknown;
}

/** A new tie to another case. */
export interface Link {
  relation: string;
  inverse: string;
  to: string;
}
