import { initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import type { z } from 'zod';
import type { ClauseId } from './clause.js';
import type { Deadline } from './deadline.js';
import type { EventDefinition } from './events.js';
import type { Effect } from './effects.js';
import { actionsFor, choose, judge, lawsFor, type Action } from './explain.js';
import type { Facts } from './facts.js';
import { noticesOf, type Notice } from './notices.js';
import type { Principal } from './party.js';
import { principalOf } from './party.js';
import { positionOf, type Position } from './position.js';
import type { Procedure } from './procedure.js';
import type { Refusal, Seen } from './rule.js';
import { Timekeeping } from './timekeeping.js';

/** What the machine itself keeps of a case. */
export interface Snapshot {
  value: unknown;
  context: unknown;
}

/** A case as the law sees it: everything a decision needs, nothing that a database adds. */
export interface CaseState {
  id: string;
  title: string;
  snapshot: Snapshot;
  position: Position;
  /** Open and paused ones. */
  deadlines: readonly Deadline[];
  /** Everyone whom the case has ever waited on or whose step it was: they may see it. */
  audience: readonly Principal[];
}

export interface Judged {
  rule: string;
  seen: Seen;
}

export interface Signal {
  link: string;
  event: string;
}

export interface Accepted {
  kind: 'accepted';
  type: string;
  data: unknown;
  from: readonly string[];
  clauses: readonly ClauseId[];
  judged: readonly Judged[];
  next: CaseState;
  changedDeadlines: readonly Deadline[];
  notices: readonly Notice[];
  signals: readonly Signal[];
}

export type Decision =
  | { kind: 'not-applicable'; actions: Action[] }
  | { kind: 'not-your-step'; by: string[] }
  | { kind: 'invalid'; issues: readonly z.core.$ZodIssue[] }
  | { kind: 'refused'; refusals: readonly Refusal[] }
  | Accepted;

const restore = (procedure: Procedure, { value, context }: Snapshot): AnyMachineSnapshot =>
  procedure.machine.resolveState({ value: value as never, context });

const keep = (snapshot: AnyMachineSnapshot): Snapshot => ({ value: snapshot.value, context: snapshot.context });

const effectsOf = (actions: readonly { type: string; params: unknown }[]): Effect[] =>
  actions.filter((a) => a.type === 'effect').map((a) => a.params as Effect);

/** By its own name only: `constructor` is no event. */
const eventNamed = (procedure: Procedure, type: string): EventDefinition | undefined =>
  Object.hasOwn(procedure.events, type) ? procedure.events[type] : undefined;

/** One event on one case: all the reasons why not, or everything that follows. Pure. */
export function decide(procedure: Procedure, current: CaseState, event: { type: string; data: unknown }, facts: Facts): Decision {
  const snapshot = restore(procedure, current.snapshot);
  const { context } = current.snapshot;
  const fromSystem = facts.actor.principals.includes('system');
  const definition = eventNamed(procedure, event.type);
  if (!definition && !(fromSystem && Object.hasOwn(procedure.systemEvents, event.type))) return notApplicable(procedure, snapshot, context, facts);

  const checked = definition ? definition.payload.safeParse(event.data ?? {}) : { success: true as const, data: null };
  const situation = { context, data: checked.success ? checked.data : undefined, facts };

  // Who may do it comes before what the form says: nobody fills in a form for a step that is not theirs.
  const standing = choose(procedure, snapshot, event.type, situation);
  if (standing.kind === 'not-applicable') return notApplicable(procedure, snapshot, context, facts);
  if (standing.kind === 'not-your-step') return standing;
  const { law } = standing;
  if (!checked.success) {
    // A door that is shut anyway is told first; how the form would have to look comes after.
    const { refusals } = judge(law.barrier ? law.rules.filter((r) => r.about === 'case') : [], situation);
    return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'invalid', issues: checked.error.issues };
  }

  const { judged, refusals } = judge(law.rules, situation);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  if (law.barrier) return notApplicable(procedure, snapshot, context, facts);

  const [next, actions] = transition(procedure.machine, snapshot, { type: event.type, data: checked.data, facts });
  return settled(procedure, current, next, effectsOf(actions as never), facts, {
    type: event.type, data: checked.data, judged, clauses: law.clauses, abandons: law.abandons,
  });
}

/** The first event of a case. Pure; refused by the rules of creation alone. */
export function begin(procedure: Procedure, id: string, data: unknown, facts: Facts): Decision {
  const { creation } = procedure;
  const checked = creation.payload.safeParse(data ?? {});
  if (!checked.success) return { kind: 'invalid', issues: checked.error.issues };
  const { judged, refusals } = judge(creation.rules as never, { context: undefined, data: checked.data, facts });
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const [snapshot, actions] = initialTransition(procedure.machine, { context: creation.begin(checked.data, facts), facts });
  const nowhere: Position = { states: [], stage: null, label: '', status: 'active', waits: [] };
  const empty: CaseState = { id, title: creation.titleOf(checked.data), snapshot: keep(snapshot), position: nowhere, deadlines: [], audience: [`unit:${facts.unit.id}`] };
  return settled(procedure, empty, snapshot, effectsOf(actions as never), facts, {
    type: CREATED, data: checked.data, judged, clauses: creation.clauses, abandons: false,
  });
}

/** The type of the first history row of every case. */
export const CREATED = 'created';

/** What a person could do to a case now. */
export function explain(procedure: Procedure, current: CaseState, facts: Facts): Action[] {
  return actionsFor(procedure, restore(procedure, current.snapshot), current.snapshot.context, facts);
}

/** Whether an event of time or of another case has a place in the present state. */
export function awaitsSystem(procedure: Procedure, current: CaseState, type: string): boolean {
  return lawsFor(restore(procedure, current.snapshot), type).length > 0;
}

function settled(
  procedure: Procedure,
  before: CaseState,
  snapshot: AnyMachineSnapshot,
  effects: readonly Effect[],
  facts: Facts,
  event: { type: string; data: unknown; judged: readonly Judged[]; clauses: readonly ClauseId[]; abandons: boolean },
): Accepted {
  const position = positionOf(procedure, snapshot, facts.unit, before.position.stage);
  const clock = new Timekeeping(procedure, before.id, before.deadlines, facts);
  for (const effect of effects) clock.apply(effect, snapshot.context, event.abandons);

  const next: CaseState = {
    ...before,
    snapshot: keep(snapshot),
    position,
    deadlines: clock.running(),
    audience: audienceOf(procedure, before.audience, snapshot, position, facts),
  };
  return {
    kind: 'accepted',
    type: event.type,
    data: event.data,
    from: before.position.states,
    clauses: event.clauses,
    judged: event.judged,
    next,
    changedDeadlines: clock.changed(),
    notices: noticesOf(procedure, before, next, event.type, effects, facts),
    signals: effects.filter((e) => e.do === 'signal').map(({ link, event: type }) => ({ link, event: type })),
  };
}

/** Whoever the case waits on now, or whose step the next one is, sees it from now on. */
function audienceOf(procedure: Procedure, known: readonly Principal[], snapshot: AnyMachineSnapshot, position: Position, facts: Facts): Principal[] {
  const now = lawsFor(snapshot)
    .filter(({ law }) => !law.barrier && law.widens)
    .flatMap(({ law }) => law.by)
    .map((id) => procedure.parties[id])
    .map((party) => (party ? principalOf(party, procedure.parties, facts.unit) : null));
  const waiting = position.waits.map((w) => w.principal);
  return [...new Set([...known, ...[...now, ...waiting].filter((p) => p !== null)])];
}

function notApplicable(procedure: Procedure, snapshot: AnyMachineSnapshot, context: unknown, facts: Facts): Decision {
  return { kind: 'not-applicable', actions: actionsFor(procedure, snapshot, context, facts) };
}

/** Where a kept snapshot stands. */
export function standsAt(procedure: Procedure, snapshot: Snapshot, unit: Facts['unit'], formerStage: string | null): Position {
  return positionOf(procedure, restore(procedure, snapshot), unit, formerStage);
}
