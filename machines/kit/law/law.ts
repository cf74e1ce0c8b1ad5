import type { ClauseId } from '../words/clause.js';
import type { PartyId, Whom } from '../words/party.js';
import type { Rule, Situation } from './rule.js';

/** Who takes the steps of time, of other cases, and of the machine itself. */
export const SYSTEM_PARTY = 'system';

/** What a state says about itself; `label`, `party` and `clause` are demanded of every state in which a case rests. */
export interface StateMeta {
  label?: string;
  stage?: string;
  clause?: ClauseId;
  /** Whom the case waits on. */
  party?: Whom;
  /** The procedure of which that party begins a case to move this one on. */
  begins?: string;
  /** Shown after the label of the main state, for a condition beside it: `已暂停`. */
  suffix?: string;
}

/** The conditions of one transition. Guard, explanation, diagram and clause table all read this one object. */
export interface Law<Context = unknown, Data = unknown> {
  /** Parties who may do it; `system` for events of time and of other cases. */
  by: readonly PartyId[];
  clauses: readonly ClauseId[];
  /** Chooses the route among several transitions of one event; never a refusal. */
  when?(situation: Situation<Context, Data>): boolean;
  whenLabel?: string;
  rules: readonly Rule<Context, Data>[];
  /** A door the law keeps shut here: sent too early, the event is refused with these rules instead of being unknown. */
  barrier: boolean;
  /** Deadlines closed on the way count as cancelled, not as done; but for the deadline of the step on which somebody decides, whatever they decide. */
  abandons: boolean;
  /** Being allowed to do this lets a party see the case; a comment anyone may leave does not. */
  widens: boolean;
  /** A decision on what somebody else asked for. */
  decides: boolean;
  /** A decision that sends the paper back to be corrected or made anew (退回). */
  returns: boolean;
  /** Takes back the decision that brought the case here (撤回). */
  revokes: boolean;
  /** Takes back the last step (撤回): the deadlines it closed run on as if it had not been taken. */
  takesBack: boolean;
}
