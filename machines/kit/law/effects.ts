import type { Facts } from '../case/facts.js';
import type { RelationName } from '../case/relation.js';
import type { Names } from '../words/names.js';

/** Why every clock of a suspended case stands still, those included that are opened meanwhile. */
export const SUSPENSION = '暂停';
/** The same where it is the case's project that is suspended. */
export const PROJECT_SUSPENSION = '项目暂停';

/** A reminder that comes every so often has been answered, and is due again after as long. */
export const anew = <Deadline extends string>(
  deadline: Deadline,
): readonly Extract<Effect<{ deadline: Deadline; party: never }>, { do: 'open' | 'close' }>[] => [
  { do: 'close', deadline },
  { do: 'open', deadline },
];

/** What a machine may ask of the world: data, a closed list. The engine writes them down; no machine sends anything. */
export type Effect<N extends Pick<Names, 'deadline' | 'party'> = Names> =
  | { do: 'open'; deadline: N['deadline'] }
  | { do: 'close'; deadline: N['deadline'] }
  | { do: 'pause'; deadline: N['deadline']; why: string }
  | { do: 'resume'; deadline: N['deadline']; why: string }
  | { do: 'pauseAll'; why: string }
  | { do: 'resumeAll'; why: string }
  /** `待办`: it is your turn. `待阅`: for your information. */
  | { do: 'notify'; kind: '待办' | '待阅'; to: N['party'] | 'waitingOn'; text: string }
  /** Ties this case to the one a rule has looked at under that name. */
  | { do: 'link'; relation: RelationName; as?: string }
  /** An event for the cases tied under a name, sent through the outbox: the same for all, or what `say` has for each. */
  | { do: 'signal'; relation: RelationName; event: string; say?(context: unknown, facts: Facts): Said };

/** What is told to whom: one line for each case, or one without `to` for all that are tied. */
export type Said = readonly { to?: string; data: unknown }[];

/** An effect that names no party and no deadline of a procedure, and so fits in any. */
export type SharedEffect = Effect<{ deadline: never; party: never }>;

/** What is said in a signal. */
export type Say = NonNullable<Extract<Effect, { do: 'signal' }>['say']>;
