import type { Facts } from '../case/facts.js';
import type { Names } from '../words/names.js';
import { withoutLapsed, type Decisions } from './decided.js';
import type { Effect } from './effects.js';
import type { EventCatalog, PayloadOf, SystemEvents, SystemPayloadOf } from './events.js';
import { SYSTEM_PARTY, type Law, type StateMeta } from './law.js';
import type { Rule, Situation } from './rule.js';
import { marked } from './states.js';
import type { Block, Clocks, EffectAction, LawfulTransition, LawfulTransitions, Route, Take, Waiting } from './take.js';

/** The data of an event: its form, or what time or another case says. */
type DataOf<Catalog extends EventCatalog, Signals extends SystemEvents, K> = K extends keyof Catalog
  ? PayloadOf<Catalog, K>
  : K extends keyof Signals
    ? SystemPayloadOf<Signals, K>
    : never;

/** The event as XState sees it when a machine chooses by itself: one that was sent, or the one that begins it. */
interface Choosing<Context> {
  context: Context;
  event: { data: unknown; facts: Facts } | { input: { facts: Facts } };
}

/** The verbs in which the states of a procedure are written, for the names that it has. */
export interface Verbs<Context, N extends Names, Catalog extends EventCatalog, Signals extends SystemEvents> {
  /** Writes the transitions of one event out of a state. They are tried in order. */
  on<K extends (keyof Catalog | keyof Signals) & string>(
    type: K,
    ...takes: Take<Context, DataOf<Catalog, Signals, K>, N>[]
  ): LawfulTransitions;

  /**
   * Writes an event that leads nowhere from here. The sender is told which clause blocks it. If there are several, the
   * first that fits speaks.
   */
  blocked<K extends keyof Catalog & string>(
    type: K,
    ...blocks: Block<Context, PayloadOf<Catalog, K>, N>[]
  ): LawfulTransitions;

  /** Writes a choice that the procedure makes by itself, without an event of its own. */
  choose(...routes: Route<Context, N>[]): { always: AlwaysTransition<Context>[] };

  /** Writes a state in which the case waits: for whom, by which clause, by when. */
  waiting(waiting: Waiting<Context, N>): Clocks & { meta: StateMeta };

  /**
   * Writes deadlines that run through several states. They open on entering the state around them and close on leaving
   * it.
   */
  deadlinesAround(...opens: N['deadline'][]): Clocks;

  /** The same verbs with unchecked names, for states that several procedures share. Their callers check what fits. */
  shared: SharedVerbs<Context>;
}

/** The names that the verbs of a procedure know. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- the other three only say which one is meant
export type NamesOf<V> = V extends Verbs<infer _Context, infer N, infer _Catalog, infer _Signals> ? N : never;

type AlwaysTransition<Context> = Omit<LawfulTransition, 'guard'> & { guard: (choosing: Choosing<Context>) => boolean };

const toEffect = (effect: Effect): EffectAction => ({ type: 'effect', params: effect });

const clocks = (opens: readonly string[], pauses: readonly string[], why: string): Clocks => ({
  entry: [
    ...opens.map((deadline) => toEffect({ do: 'open', deadline })),
    ...pauses.map((deadline) => toEffect({ do: 'pause', deadline, why })),
  ],
  exit: [
    ...pauses.map((deadline) => toEffect({ do: 'resume', deadline, why })),
    ...opens.map((deadline) => toEffect({ do: 'close', deadline })),
  ],
});

const situationAt = <Context>({ context, event }: Choosing<Context>): Situation<Context, unknown> =>
  'input' in event
    ? { context, data: undefined, facts: event.input.facts }
    : { context, data: event.data, facts: event.facts };

/**
 * Returns the verbs over any names. `everywhere` holds for every transition that a person takes, `decisions` for every
 * one that decides. With `decided`, a decision lapses with any transition that changes what it is about.
 */
export function verbsFor<Context>(
  everywhere: readonly Rule<Context, unknown>[],
  decisions: readonly Rule<Context, unknown>[],
  decided?: Decisions<Context>,
): SharedVerbs<Context> {
  const lawOf = (take: Take<Context, unknown>, barrier: boolean): Law<Context> => {
    const by = typeof take.by === 'string' ? [take.by] : take.by;
    const common = take.exempt || by.includes(SYSTEM_PARTY) ? [] : everywhere;
    return {
      by,
      clauses: take.clauses,
      rules: [...common, ...(take.decides ? decisions : []), ...(take.rules ?? [])],
      barrier,
      abandons: take.abandons ?? false,
      widens: take.widens ?? true,
      decides: take.decides ?? false,
      returns: take.returns ?? false,
      revokes: take.revokes ?? false,
      takesBack: take.takesBack ?? false,
      ...(take.when ? { when: take.when } : {}),
      ...(take.whenLabel ? { whenLabel: take.whenLabel } : {}),
    };
  };

  const recording = (record: NonNullable<Take<Context, unknown>['record']>): NonNullable<typeof record> =>
    decided ? (context, data, facts) => withoutLapsed(decided, context, record(context, data, facts)) : record;

  const transition = (take: Take<Context, unknown>, barrier = false): LawfulTransition => {
    const law = lawOf(take, barrier);
    return {
      ...(take.to ? { target: take.to } : {}),
      ...(take.again ? { reenter: true } : {}),
      guard: { type: 'lawful', params: law },
      actions: [
        ...(take.record ? [{ type: 'record' as const, params: { write: recording(take.record) } }] : []),
        ...(take.then ?? []).map(toEffect),
        ...(take.tells ?? []).map((type) => ({ type: 'tell' as const, params: type })),
      ],
      meta: { law },
    };
  };

  return {
    on: (type, ...takes) =>
      marked(
        type,
        takes.map((take) => transition(take)),
      ),
    blocked: (type, ...blocks) =>
      marked(
        type,
        blocks.map((block) => transition(block, true)),
      ),
    choose: (...routes) => ({
      always: routes.map((route) => ({
        ...transition({ ...route, by: SYSTEM_PARTY }),
        guard: (choosing) => route.when?.(situationAt(choosing)) ?? true,
      })),
    }),
    waiting: ({ label, party, clause, begins, through, opens = [], pauses = [] }) => ({
      meta: { label, clause, party, ...(begins ? { begins } : {}), ...(through ? { through } : {}) },
      ...clocks(opens, pauses, label),
    }),
    deadlinesAround: (...opens) => clocks(opens, [], ''),
  };
}

/** The verbs over any names and events. */
export interface SharedVerbs<Context> {
  on(type: string, ...takes: Take<Context, unknown>[]): LawfulTransitions;
  blocked(type: string, ...blocks: Block<Context, unknown>[]): LawfulTransitions;
  choose(...routes: Route<Context>[]): { always: AlwaysTransition<Context>[] };
  waiting(waiting: Waiting<Context>): Clocks & { meta: StateMeta };
  deadlinesAround(...opens: string[]): Clocks;
}
