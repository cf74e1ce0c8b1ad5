import { assign, raise, setup, type AnyStateMachine, type MachineContext } from 'xstate';
import { SYSTEM, type Facts } from '../case/facts.js';
import { principalsOf, type Parties, type PartyId } from '../words/party.js';
import type { Decisions } from './decided.js';
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

/** An event as XState sees it: what was said, and the facts of the moment. */
export interface CaseEvent {
  type: string;
  data: unknown;
  facts: Facts;
  /**
   * The law by which the event has already been accepted. Only this law lets the event pass, and nothing is judged
   * again.
   */
  follows?: Law;
}

/**
 * Returns the party as which this actor takes a step that any of these parties may take. A step that was taken over
 * (转办) belongs to the new holder. `facts.desk` is the desk of that step alone.
 */
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

/** The input of a new machine. */
interface Beginning<Context> {
  context: Context;
  facts: Facts;
}

/** What a procedure is written about. Its states and transitions can name only what stands here. */
interface Subject<Context, Id, P, Catalog, Signals, D, S> {
  /** The name of the machine. */
  id: Id;
  states: S;
  parties: P;
  events: Catalog;
  /** The events of time, of other cases, and between regions. */
  systemEvents?: Signals;
  deadlines?: D;
  /** The rules for every transition that a person takes. */
  everywhere?: readonly Rule<Context, unknown>[];
  /** The rules for every transition that decides. */
  decisions?: readonly Rule<Context, unknown>[];
  /** The decisions that lapse when what they are about changes. */
  decided?: Decisions<Context>;
}

/**
 * The vocabulary in which a procedure writes its states. XState stays what it is (states, targets, entry and exit);
 * these helpers only make sure that every transition carries its law and that every waiting state carries its owner and
 * deadline.
 *
 * `grammar<Context, Clause>()({ … })`: it does not compile with a clause that is not of `Clause`, or with a party,
 * deadline, state or event that the procedure does not have.
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
    const { id, parties, states, everywhere = [], decisions = [], decided } = subject;
    const kit = setup({
      types: {
        context: {} as Context,
        events: {} as CaseEvent,
        input: {} as Beginning<Context>,
        meta: {} as StateMeta,
        transitionMeta: {} as { law: Law },
      },
      guards: {
        // What a machine tells itself (`tell`) follows no law that was judged before, so it is judged here.
        lawful: ({ context, event }, law: Law) =>
          event.follows
            ? law === event.follows
            : permits(law, parties, { context, data: event.data, facts: event.facts }),
      },
      actions: {
        effect: (_, _effect: Effect) => undefined,
        // The object matters: XState treats bare function params as something to be computed first.
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
    const verbs = verbsFor<Context>(everywhere, decisions, decided);
    const own: Verbs<Context, Own, Catalog, Signals> = { ...verbs, shared: verbs };
    type Config = Omit<Parameters<typeof kit.createMachine>[0], 'id' | 'context'>;

    return {
      ...own,
      /** All verbs together, for code that writes states of any procedure. */
      verbs: own,

      /** Names a state by its path, from anywhere. */
      at: (path: PathIn<S>) => `#${id}.${path}` as const,

      /** Does what `at` does, for the states within one state. */
      within:
        <Around extends PathIn<S>>(around: Around) =>
        (path: PathWithin<S, Around>): TargetIn<Id, S> =>
          `#${id}.${around}.${path}` as TargetIn<Id, S>,

      /**
       * @throws when the machine has other states than those named, or when one state has two sets of transitions for
       * one event.
       */
      machine(config: Config): CaseMachine {
        const slips = [...strayStates(states, config), ...replacedTransitions(config)];
        if (slips.length > 0) throw new Error(`${id}: ${slips.join('; ')}`);
        return kit.createMachine({ ...config, id, context: ({ input }) => input.context });
      },
    };
  };
}

export type CaseMachine = AnyStateMachine;
