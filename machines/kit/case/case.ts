import type { StateValue } from 'xstate';
import type { Principal } from '../words/party.js';
import type { Sender } from './cause.js';
import type { Desk } from './desk.js';
import type { Deadline, Standstill } from './occurrence.js';
import type { Position } from './standing.js';

/** What the machine itself keeps of a case. */
export interface Snapshot {
  value: StateValue;
  context: unknown;
  /** The stretches in which the case stood still as a whole. Absent for a case that never did. */
  stood?: Standstill;
}

/** A case as the law sees it. It holds everything a decision needs and nothing that a database adds. */
export interface CaseState {
  id: string;
  title: string;
  snapshot: Snapshot;
  position: Position;
  /** The open and the paused ones. */
  deadlines: readonly Deadline[];
  /** Everyone the case has ever waited on, or whose step it was. They may see it. */
  audience: readonly Principal[];
  /** How the office has arranged its work on the case. */
  desk: Desk;
}

/** An event for a case this one is tied to. Without `to` it goes to every case tied under that name. */
export interface Signal {
  relation: string;
  event: string;
  to?: string;
  data: unknown;
  /** Who decided it, where and why. Signals of an older program have none. */
  sender?: Sender;
}

/** A new tie to another case. */
export interface Link {
  relation: string;
  inverse: string;
  to: string;
}
