import type { ClauseId } from '../words/clause.js';
import type { PartyId, Principal } from '../words/party.js';

export type CaseStatus = 'active' | 'suspended' | 'closed' | 'terminated';

/** Someone the case waits on in one of its states. */
export interface Wait {
  state: string;
  label: string;
  clause: ClauseId | null;
  /** The stage of its state; of a state beside the main road the stage the case is in. */
  stage: string | null;
  kind: 'unit' | 'role' | 'outside' | 'time';
  party: PartyId;
  partyLabel: string;
  /** The procedure of which they begin a case; without it they have a step of this one. */
  begins?: string;
  /** Who can move it: for an outside body, the office that records its decision; null when only time can. */
  principal: Principal | null;
}

/** Where a case stands, in the columns that lists and supervision read. */
export interface Position {
  /** The paths of the active leaf states, the main one first. */
  states: readonly string[];
  stage: string | null;
  label: string;
  status: CaseStatus;
  /** The main wait first. Empty once the case has ended. */
  waits: readonly Wait[];
}
