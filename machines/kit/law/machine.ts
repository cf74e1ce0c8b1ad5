import { assign, raise, setup, type AnyStateMachine, type MachineContext } from 'xstate';
import { SYSTEM, type Facts } from '../case/facts.js';
import type { ClauseId } from '../words/clause.js';
import { principalsOf, type Parties, type PartyId, type Whom } from '../words/party.js';
import type { Effect } from './effects.js';
import type { EventCatalog, PayloadOf } from './events.js';
import { judge } from './judge.js';
import type { Rule, Situation } from './rule.js';

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

/** How XState sees an event: what was said, and what the world looked like. */
export interface CaseEvent {
  type: string;
  data: unknown;
  facts: Facts;
  /** The law by which the event has been accepted already; it alone lets the event pass, and nothing is judged again. */
  follows?: Law;
}

/** The conditions of one transition. Guard, explanation, diagram and clause table all read this one object. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface Law<Context = any, Data = any> {
  /** Parties who may do it; `system` for events of time and of other cases. */
  by: readonly PartyId[];
  clauses: readonly ClauseId[];
  /** Chooses the route among several transitions of one event; never a refusal. */
  when?: (situation: Situation<Context, Data>) => boolean;
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

export interface Take<Context, Data> {
  to?: string;
  by: PartyId | readonly PartyId[];
  clauses: readonly ClauseId[];
  rules?: readonly Rule<Context, Data>[];
  when?: (situation: Situation<Context, Data>) => boolean;
  whenLabel?: string;
  /** What the event establishes. */
  record?: (context: Context, data: Data, facts: Facts) => Partial<Context>;
  then?: readonly Effect[];
  /** Internal events for parallel regions. */
  tells?: readonly string[];
  /** Leaves and enters the state anew although the target is the same: deadlines are re-armed. */
  again?: boolean;
  abandons?: boolean;
  /** False: the step opens the case to nobody who does not see it anyway. */
  widens?: boolean;
  /** The common rules of the procedure do not apply. */
  exempt?: boolean;
  /** A decision on what somebody else asked for: the procedure's rules for decisions apply. */
  decides?: boolean;
  /** The paper is sent back to be corrected or made anew (退回). */
  returns?: boolean;
  /** Takes back the decision that brought the case here (撤回): as if it had not been made. */
  revokes?: boolean;
  /** Takes back the last step (撤回): the deadlines it closed run on as if it had not been taken. */
  takesBack?: boolean;
}

export interface Rest {
  label: string;
  party: Whom;
  clause: ClauseId;
  /** Nothing is done in this case: its party begins a case of this procedure, and what comes of that moves this one on. */
  begins?: string;
  opens?: readonly string[];
  /** Deadlines opened further out whose clock stands still here. */
  pauses?: readonly string[];
}

/** A transition as XState takes it. `meta` carries the law; XState's own type for it is kept out of the way. */
export interface LawfulTransition {
  target?: string;
  reenter?: boolean;
  guard: { type: 'lawful'; params: Law };
  actions: (
    { type: 'effect'; params: Effect } | { type: 'record'; params: never } | { type: 'tell'; params: string }
  )[];
  meta: never;
}

/** What the world looks like: said with an event, or with the input by which a case begins. */
const factsOf = (event: CaseEvent): Facts =>
  event.facts ?? (event as unknown as { input: { facts: Facts } }).input.facts;

export type LawfulTransitions = Readonly<Record<string, LawfulTransition[]>>;

export const SYSTEM_PARTY = 'system';

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

const toEffect = (effect: Effect) => ({ type: 'effect' as const, params: effect });

const clocks = (opens: readonly string[], pauses: readonly string[], why: string) => ({
  entry: [
    ...opens.map((deadline) => toEffect({ do: 'open', deadline })),
    ...pauses.map((deadline) => toEffect({ do: 'pause', deadline, why })),
  ],
  exit: [
    ...pauses.map((deadline) => toEffect({ do: 'resume', deadline, why })),
    ...opens.map((deadline) => toEffect({ do: 'close', deadline })),
  ],
});

/**
 * The vocabulary in which a procedure writes its states. XState stays what it is (states, targets, entry and exit);
 * these helpers only see to it that every transition carries its law and every resting state its owner and deadline.
 */
export function grammar<Context extends MachineContext>() {
  return <Catalog extends EventCatalog, System extends string>(options: {
    parties: Parties;
    events: Catalog;
    systemEvents: readonly System[];
    /** Rules that hold for every transition a person takes. */
    everywhere?: readonly Rule<Context, unknown>[];
    /** Rules that hold for every transition that decides. */
    decisions?: readonly Rule<Context, unknown>[];
  }) => {
    const { parties, everywhere = [], decisions = [] } = options;
    const kit = setup({
      types: { context: {} as Context, events: {} as CaseEvent, meta: {} as StateMeta },
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
          (
            { context, event },
            { write }: { write: (context: Context, data: never, facts: Facts) => Partial<Context> },
          ) => write(context as Context, event.data as never, event.facts),
        ),
        tell: raise(({ event }, type: string) => ({ type, data: null, facts: { ...event.facts, actor: SYSTEM } })),
      },
    });

    type People = keyof Catalog & string;
    // What another case says is typed where it is read: its schema stands with the procedure's system events.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    type DataOf<K extends string> = K extends People ? PayloadOf<Catalog, K> : any;

    const lawOf = <D>(take: Take<Context, D>, barrier: boolean): Law<Context, D> => {
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

    const config = <D>(take: Take<Context, D>, barrier = false): LawfulTransition => {
      const law = lawOf(take, barrier);
      return {
        ...(take.to ? { target: take.to } : {}),
        ...(take.again ? { reenter: true } : {}),
        guard: { type: 'lawful' as const, params: law as Law },
        actions: [
          ...(take.record ? [{ type: 'record' as const, params: { write: take.record } as never }] : []),
          ...(take.then ?? []).map(toEffect),
          ...(take.tells ?? []).map((type) => ({ type: 'tell' as const, params: type })),
        ],
        meta: { law } as never,
      };
    };

    return {
      kit,
      parties,

      /** Transitions of one event out of a state, tried in order. */
      on<K extends People | System>(type: K, ...takes: Take<Context, DataOf<K>>[]) {
        return { [type]: takes.map((take) => config(take)) } as Record<K, LawfulTransition[]>;
      },

      /** The event does not lead anywhere from here; who sends it is told which clause keeps the door shut. Of several the first that fits speaks. */
      barrier<K extends People>(
        type: K,
        ...takes: Pick<Take<Context, DataOf<K>>, 'by' | 'clauses' | 'rules' | 'when' | 'whenLabel'>[]
      ) {
        return { [type]: takes.map((take) => config(take, true)) } as Record<K, LawfulTransition[]>;
      },

      /** A choice the procedure makes by itself, without an event of its own. */
      choose(
        ...routes: {
          to: string;
          when?: (s: Situation<Context, unknown>) => boolean;
          whenLabel?: string;
          clauses: readonly ClauseId[];
        }[]
      ) {
        return {
          always: routes.map((route) => ({
            ...config({ ...route, by: SYSTEM_PARTY }),
            guard: ({ context, event }: { context: Context; event: CaseEvent }) =>
              route.when?.({ context, data: event.data, facts: factsOf(event) }) ?? true,
          })),
        };
      },

      /** A state in which the case rests: who must act, by which clause, by when. */
      rests({ label, party, clause, begins, opens = [], pauses = [] }: Rest) {
        return {
          meta: { label, clause, party, ...(begins ? { begins } : {}) } as StateMeta,
          ...clocks(opens, pauses, label),
        };
      },

      /** Deadlines that run through several states: opened on entering the one around them, closed on leaving it. */
      spans: (...opens: string[]) => clocks(opens, [], ''),
    };
  };
}

export type CaseMachine = AnyStateMachine;
