import { assign, raise, setup, type AnyStateMachine, type MachineContext } from 'xstate';
import { SYSTEM, type Facts } from '../case/facts.js';
import { principalsOf, type Parties, type PartyId } from '../words/party.js';
import type { DeadlineDefinition } from './deadline.js';
import type { Effect } from './effects.js';
import type { EventCatalog, SystemEvents } from './events.js';
import { judge } from './judge.js';
import { SYSTEM_PARTY, type Law, type StateMeta } from './law.js';
import type { Rule, Situation } from './rule.js';
import {
  replacedTransitions,
  strayStates,
  type PathIn,
  type PathWithin,
  type StateNames,
  type TargetIn,
} from './states.js';
import type { Recording } from './take.js';
import { verbsFor, type Verbs } from './verbs.js';

/** How XState sees an event: what was said, and what the world looked like. */
export interface CaseEvent {
  type: string;
  data: unknown;
  facts: Facts;
  /** The law by which the event has been accepted already; it alone lets the event pass, and nothing is judged again. */
  follows?: Law;
}

/** The party as whom this actor takes a step that any of these may take; a step taken over (转办) is the new holder's. `facts.desk` is that step's alone. */
export function actsAs(
  { by }: Pick<Law, 'by'>,
  parties: Parties,
  { facts, context }: Pick<Situation<unknown, unknown>, 'facts' | 'context'>,
): PartyId | undefined {
  const { actor, desk, unit } = facts;
  return by.find((id) => {
    if (id === SYSTEM_PARTY) return actor.principals.includes('system');
    const taken = desk.assignments.some(
      (a) => a.kind === 'transfer' && a.party === id && actor.principals.includes(a.to),
    );
    return taken || principalsOf(id, parties, { unit, context }).some((p) => actor.principals.includes(p));
  });
}

const permits = (law: Law, parties: Parties, situation: Situation<unknown, unknown>): boolean => {
  if (law.barrier || actsAs(law, parties, situation) === undefined || !(law.when?.(situation) ?? true)) return false;
  const { refusals, unknown } = judge(law.rules, situation);
  return refusals.length + unknown.length === 0;
};

/** What a machine is begun with. */
interface Beginning<Context> {
  context: Context;
  facts: Facts;
}

/** What a procedure is written about. What stands here by name is all that its states and transitions can name. */
interface Subject<Context, Id, P, Catalog, Signals, D, S> {
  /** The name of the machine. */
  id: Id;
  states: S;
  parties: P;
  events: Catalog;
  /** Events of time, of other cases, and between regions. */
  systemEvents?: Signals;
  deadlines?: D;
  /** Rules that hold for every transition a person takes. */
  everywhere?: readonly Rule<Context, unknown>[];
  /** Rules that hold for every transition that decides. */
  decisions?: readonly Rule<Context, unknown>[];
}

/**
 * The vocabulary in which a procedure writes its states. XState stays what it is (states, targets, entry and exit);
 * these helpers only see to it that every transition carries its law and every state that waits its owner and deadline.
 *
 * `grammar<Context, Clause>()({ … })`: a clause that is not of `Clause`, and a party, deadline, state or event that the procedure
 * does not have, do not compile.
 */
export function grammar<Context extends MachineContext, Clause extends string = string>() {
  return <
    const Id extends string,
    P extends Parties,
    Catalog extends EventCatalog,
    const S extends StateNames,
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- no events and no deadlines, unless some are given
    Signals extends SystemEvents = {},
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    D extends Readonly<Record<string, DeadlineDefinition<Context>>> = {},
  >(
    subject: Subject<Context, Id, P, Catalog, Signals, D, S>,
  ) => {
    const { id, parties, states, everywhere = [], decisions = [] } = subject;
    const kit = setup({
      types: {
        context: {} as Context,
        events: {} as CaseEvent,
        input: {} as Beginning<Context>,
        meta: {} as StateMeta,
        transitionMeta: {} as { law: Law },
      },
      guards: {
        // What a machine tells itself (`tell`) follows no law that was judged before: it is judged here.
        lawful: ({ context, event }, law: Law) =>
          event.follows
            ? law === event.follows
            : permits(law, parties, { context, data: event.data, facts: event.facts }),
      },
      actions: {
        effect: (_, _effect: Effect) => undefined,
        // Wrapped in an object: XState takes bare function params for something to be computed first.
        record: assign(
          ({ context, event }, { write }: Recording) => write(context, event.data, event.facts) as Partial<Context>,
        ),
        tell: raise(({ event }, type: string) => ({ type, data: null, facts: { ...event.facts, actor: SYSTEM } })),
      },
    });

    interface Own {
      clause: Clause;
      party: keyof P & string;
      parameter: string;
      ladder: string;
      deadline: keyof D & string;
      target: TargetIn<Id, S>;
      signal: keyof Signals & string;
    }
    const verbs = verbsFor<Context>(everywhere, decisions);
    const own: Verbs<Context, Own, Catalog, Signals> = { ...verbs, shared: verbs };
    type Config = Omit<Parameters<typeof kit.createMachine>[0], 'id' | 'context'>;

    return {
      ...own,
      /** The verbs together, for what writes states of any procedure. */
      verbs: own,

      /** A state by its path, from anywhere. */
      at: (path: PathIn<S>) => `#${id}.${path}` as const,

      /** `at` for the states that lie within one. */
      within:
        <Around extends PathIn<S>>(around: Around) =>
        (path: PathWithin<S, Around>): TargetIn<Id, S> =>
          `#${id}.${around}.${path}` as TargetIn<Id, S>,

      /** @throws where its states are not those named, or where two sets of transitions of one event stand in one state. */
      machine(config: Config): CaseMachine {
        const slips = [...strayStates(states, config), ...replacedTransitions(config)];
        if (slips.length > 0) throw new Error(`${id}: ${slips.join('; ')}`);
        return kit.createMachine({ ...config, id, context: ({ input }) => input.context });
      },
    };
  };
}

export type CaseMachine = AnyStateMachine;
