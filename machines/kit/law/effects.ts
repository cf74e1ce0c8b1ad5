import type { Facts } from '../case/facts.js';
import type { RelationName } from '../case/relation.js';
import type { Names } from '../words/names.js';

/** Why every clock of a suspended case stands still, also the clocks that are opened meanwhile. */
export const SUSPENSION = '暂停';
/** The same reason, where the case's project is suspended. */
export const PROJECT_SUSPENSION = '项目暂停';

/** Answers a repeated reminder. It is due again after the same length. */
export const anew = <Deadline extends string>(
  deadline: Deadline,
): readonly Extract<Effect<{ deadline: Deadline; party: never }>, { do: 'open' | 'close' }>[] => [
  { do: 'close', deadline },
  { do: 'open', deadline },
];

/**
 * What a machine may ask of the world: data, from a closed list. The engine writes it down; no machine sends anything.
 */
export type Effect<N extends Pick<Names, 'deadline' | 'party'> = Names> =
  | { do: 'open'; deadline: N['deadline'] }
  | { do: 'close'; deadline: N['deadline'] }
  | { do: 'pause'; deadline: N['deadline']; why: string }
  | { do: 'resume'; deadline: N['deadline']; why: string }
  | { do: 'pauseAll'; why: string }
  | { do: 'resumeAll'; why: string }
  /** `待办`: it is the reader's turn. `待阅`: for the reader's information. */
  | { do: 'notify'; kind: '待办' | '待阅'; to: N['party'] | 'waitingOn'; text: string }
  /** Ties this case to the one that a rule has looked at under that name. */
  | { do: 'link'; relation: RelationName; as?: string }
  /**
   * An event for the cases tied under a name, sent through the outbox. All get the same, or each gets what `say` has
   * for it.
   */
  | { do: 'signal'; relation: RelationName; event: string; say?(context: unknown, facts: Facts): Said };

/** What is told to whom: one line for each case, or one line without `to` for all tied cases. */
export type Said = readonly { to?: string; data: unknown }[];

/** An effect that names no party and no deadline of a procedure. It fits in any procedure. */
export type SharedEffect = Effect<{ deadline: never; party: never }>;

/** What is said in a signal. */
export type Say = NonNullable<Extract<Effect, { do: 'signal' }>['say']>;
