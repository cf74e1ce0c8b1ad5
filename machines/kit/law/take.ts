import type { Facts } from '../case/facts.js';
import type { Names } from '../words/names.js';
import type { Whom } from '../words/party.js';
import type { Effect } from './effects.js';
import type { Law, SYSTEM_PARTY } from './law.js';
import type { Rule, Situation } from './rule.js';

/**
 * One transition as a procedure writes it. Its functions are methods, so that a take fits where less is known of its
 * data.
 */
export interface Take<Context, Data, N extends Names = Names> {
  to?: N['target'];
  by: N['party'] | typeof SYSTEM_PARTY | readonly (N['party'] | typeof SYSTEM_PARTY)[];
  clauses: readonly N['clause'][];
  rules?: readonly Rule<Context, Data>[];
  when?(situation: Situation<Context, Data>): boolean;
  whenLabel?: string;
  /** Returns what the event establishes. */
  record?(context: Context, data: Data, facts: Facts): Partial<Context>;
  then?: readonly Effect<N>[];
  /** Internal events for parallel regions. */
  tells?: readonly N['signal'][];
  /** Leaves and enters the state anew although the target is the same. This opens its deadlines again. */
  again?: boolean;
  abandons?: boolean;
  /** False: the step lets nobody see the case who does not see it already. */
  widens?: boolean;
  /** The common rules of the procedure do not apply. */
  exempt?: boolean;
  /** It decides on what somebody else asked for, so the procedure's rules for decisions apply. */
  decides?: boolean;
  /** It sends the paper back to be corrected or made anew (退回). */
  returns?: boolean;
  /** It takes back the decision that brought the case here (撤回), as if that had not been made. */
  revokes?: boolean;
  /** It takes back the last step (撤回): the deadlines that step closed run on as if it had not been taken. */
  takesBack?: boolean;
}

/** The refusal of an event that leads nowhere from here. */
export type Block<Context, Data, N extends Names = Names> = Pick<
  Take<Context, Data, N>,
  'by' | 'clauses' | 'rules' | 'when' | 'whenLabel'
>;

/** A way that the machine takes by itself. */
export interface Route<Context, N extends Names = Names> {
  to: N['target'];
  when?(situation: Situation<Context, unknown>): boolean;
  whenLabel?: string;
  clauses: readonly N['clause'][];
  then?: readonly Effect<N>[];
  /** Internal events for parallel regions. */
  tells?: readonly N['signal'][];
}

/** A state in which the case waits for somebody. */
export interface Waiting<Context, N extends Names = Names> {
  label: string;
  party: Whom<Context, N['party']>;
  clause: N['clause'];
  /**
   * Nothing is done in this case. Its party begins a case of this procedure, and the outcome of that case moves this
   * one on.
   */
  begins?: string;
  /** Nothing is done in this case. Its party acts in the case to which this one is tied under that name. */
  through?: string;
  opens?: readonly N['deadline'][];
  /** Deadlines that an outer state opened and whose clock stands still here. */
  pauses?: readonly N['deadline'][];
}

/** What `record` writes into the context. */
export interface Recording {
  write(context: unknown, data: unknown, facts: Facts): unknown;
}

export interface EffectAction {
  type: 'effect';
  params: Effect;
}

/** A transition in the form that XState takes; `meta` carries the law. */
export interface LawfulTransition {
  target?: string;
  reenter?: boolean;
  guard: { type: 'lawful'; params: Law };
  actions: (EffectAction | { type: 'record'; params: Recording } | { type: 'tell'; params: string })[];
  meta: { law: Law };
}

export type LawfulTransitions = Readonly<Record<string, LawfulTransition[]>>;

/** What a state does to deadlines when it is entered and left. */
export interface Clocks {
  entry: EffectAction[];
  exit: EffectAction[];
}
