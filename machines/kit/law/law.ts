import type { ClauseId } from '../words/clause.js';
import type { PartyId, Whom } from '../words/party.js';
import type { Rule, Situation } from './rule.js';

/** The party of steps that time, other cases and the machine itself take. */
export const SYSTEM_PARTY = 'system';

/** What a state says about itself. Every state in which a case waits must have `label`, `party` and `clause`. */
export interface StateMeta {
  label?: string;
  stage?: string;
  clause?: ClauseId;
  /** Whom the case waits on. */
  party?: Whom;
  /** The procedure whose case that party has to begin to move this one on. */
  begins?: string;
  /** The relation under which the case is tied to the one in which the party acts. */
  through?: string;
  /** Shown after the label of the main state, for a condition beside it: `已暂停`. */
  suffix?: string;
}

/** The conditions of one transition. Guard, explanation, diagram and clause table all read this one object. */
export interface Law<Context = unknown, Data = unknown> {
  /** The parties who may do it; `system` for events of time and of other cases. */
  by: readonly PartyId[];
  clauses: readonly ClauseId[];
  /** Chooses the route among several transitions of one event. It never refuses. */
  when?(situation: Situation<Context, Data>): boolean;
  whenLabel?: string;
  rules: readonly Rule<Context, Data>[];
  /** The law keeps this step shut here. If the event is sent too early, these rules refuse it; it is not unknown. */
  barrier: boolean;
  /**
   * Deadlines closed on the way count as cancelled, not as done. The exception is the deadline of the step on which
   * somebody decides: any decision fulfils it.
   */
  abandons: boolean;
  /** A party that may do this sees the case. A comment that anyone may leave does not open the case to them. */
  widens: boolean;
  /** It decides on what somebody else asked for. */
  decides: boolean;
  /** It decides to send the paper back to be corrected or made anew (退回). */
  returns: boolean;
  /** It takes back the decision that brought the case here (撤回). */
  revokes: boolean;
  /** It takes back the last step (撤回): the deadlines that step closed run on as if it had not been taken. */
  takesBack: boolean;
}
