import type { ClauseId } from '../words/clause.js';
import type { PartyId, Principal } from '../words/party.js';

export type CaseStatus = 'active' | 'suspended' | 'closed' | 'terminated';

/** A party the case waits on in one of its states. */
export interface Wait {
  state: string;
  label: string;
  clause: ClauseId | null;
  /** The stage of its state. A state beside the main road has the stage the case is in. */
  stage: string | null;
  kind: 'unit' | 'role' | 'outside' | 'time';
  party: PartyId;
  partyLabel: string;
  /** The procedure whose case the party has to begin. Without it the party has a step of this case. */
  begins?: string;
  /** The relation under which the case is tied to the one in which the party acts. */
  through?: string;
  /** A condition beside it stops this step (暂停): the party has it again when the condition ends. */
  stopped?: true;
  /**
   * The principal who can move the case. For an outside body it is the office that records its decision; null when only
   * time can move the case.
   */
  principal: Principal | null;
}

/** Where a case stands. Lists and supervision read these columns. */
export interface Position {
  /** The paths of the active leaf states, the main one first. */
  states: readonly string[];
  stage: string | null;
  label: string;
  status: CaseStatus;
  /** The main wait comes first. Empty once the case has ended. */
  waits: readonly Wait[];
}
