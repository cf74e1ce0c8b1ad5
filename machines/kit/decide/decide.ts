import { initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import type { z } from 'zod';
import type { CaseState, Link, Signal, Snapshot } from '../case/case.js';
import { EMPTY_DESK, movedTo, turnsOf, type Desk } from '../case/desk.js';
import type { Facts } from '../case/facts.js';
import { type Notice } from '../case/notice.js';
import type { Deadline, Standstill } from '../case/occurrence.js';
import type { Look } from '../case/relation.js';
import { type Position } from '../case/standing.js';
import type { Effect } from '../law/effects.js';
import type { EventDefinition } from '../law/events.js';
import { judge, type Judged } from '../law/judge.js';
import type { Law } from '../law/law.js';
import { CREATED, type Procedure } from '../law/procedure.js';
import type { Refusal } from '../law/rule.js';
import type { ClauseId } from '../words/clause.js';
import { principalsOf, type Principal } from '../words/party.js';
import { audienceWith } from './audience.js';
import { actionsFor, actsFor, choose, distinctLooks, lawsFor, looksFor, type Action } from './explain.js';
import { lastAfter, touched } from './last-step.js';
import { noticesOf } from './notices.js';
import { positionOf } from './position.js';
import { answersFor } from './ring.js';
import { Timekeeping } from './timekeeping.js';

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
  links: readonly Link[];
}

export type Decision =
  | { kind: 'not-applicable'; actions: Action[] }
  | { kind: 'not-your-step'; by: string[] }
  | { kind: 'invalid'; issues: readonly z.core.$ZodIssue[] }
  | { kind: 'refused'; refusals: readonly Refusal[] }
  | Accepted;

export const restore = (procedure: Procedure, { value, context }: Snapshot): AnyMachineSnapshot =>
  procedure.machine.resolveState({ value: value as never, context });

const keep = (snapshot: AnyMachineSnapshot, stood: Standstill = []): Snapshot => ({
  value: snapshot.value,
  context: snapshot.context,
  ...(stood.length > 0 ? { stood } : {}),
});

export const effectsOf = (actions: readonly { type: string; params: unknown }[]): Effect[] =>
  actions.filter((a) => a.type === 'effect').map((a) => a.params as Effect);

/** By its own name only: `constructor` is no event. */
const named = <T>(catalog: Readonly<Record<string, T>>, type: string): T | undefined =>
  Object.hasOwn(catalog, type) ? catalog[type] : undefined;

/** Who says it decides what form is held against it: a person's event, or one that time or another case brings. */
function payloadOf(procedure: Procedure, type: string, fromSystem: boolean): z.ZodType | null | undefined {
  const definition = named<EventDefinition>(procedure.events, type);
  if (definition) return definition.payload;
  const system = fromSystem ? named(procedure.systemEvents, type) : undefined;
  return system ? (system.payload ?? null) : undefined;
}

/** One event on one case: all the reasons why not, or everything that follows. Pure. */
export function decide(
  procedure: Procedure,
  current: CaseState,
  event: { type: string; data: unknown },
  facts: Facts,
): Decision {
  if (named(procedure.acts, event.type)) return perform(procedure, current, event, facts);
  const snapshot = restore(procedure, current.snapshot);
  const { context } = current.snapshot;
  const payload = payloadOf(procedure, event.type, facts.actor.principals.includes('system'));
  if (payload === undefined) return notApplicable(procedure, current, facts);

  const checked = payload ? payload.safeParse(event.data ?? {}) : { success: true as const, data: null };
  const situation = { context, data: checked.success ? checked.data : undefined, facts };

  // Who may do it comes before what the form says: nobody fills in a form for a step that is not theirs.
  const standing = choose(procedure, snapshot, event.type, situation);
  if (standing.kind === 'not-applicable') return notApplicable(procedure, current, facts);
  if (standing.kind === 'not-your-step') return standing;
  const { law } = standing;
  const here = { ...situation, facts: standing.facts };
  if (!checked.success) {
    // A door that is shut anyway is told first; how the form would have to look comes after.
    const { refusals } = judge(law.barrier ? law.rules.filter((r) => r.about === 'case') : [], here);
    return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'invalid', issues: checked.error.issues };
  }

  const { judged, refusals, unknown } = judge(law.rules, here);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  if (unknown.length > 0)
    throw new Error(
      `${event.type}: ${unknown.map((u) => u.rule).join(', ')} can't be judged, what they look at was not loaded`,
    );
  if (law.barrier) return notApplicable(procedure, current, facts);

  const passed: Law[] = [];
  const [next, actions] = transition(procedure.machine, snapshot, {
    type: event.type,
    data: checked.data,
    facts: here.facts,
    passed,
  });
  // The machine would have gone another road than the one that was judged: better no answer than a wrong one on record.
  if (passed.length !== 1 || passed[0] !== law)
    throw new Error(`${procedure.id}: ${event.type} was judged by one law and taken by another`);
  return settled(procedure, current, next, effectsOf(actions as never), facts, {
    type: event.type,
    data: checked.data,
    judged,
    clauses: law.clauses,
    ...countsAs(law),
  });
}

/** What an office does about a step without taking it. */
function perform(
  procedure: Procedure,
  current: CaseState,
  event: { type: string; data: unknown },
  facts: Facts,
): Decision {
  const act = procedure.acts[event.type]!;
  const situation = situationOf(procedure, current);
  if (!isLive(current)) return notApplicable(procedure, current, facts);
  if (!act.may(situation, facts)) return { kind: 'not-your-step', by: [act.by] };
  const checked = act.payload.safeParse(event.data ?? {});
  if (!checked.success) return { kind: 'invalid', issues: checked.error.issues };
  const { judged, refusals } = judge(act.rules as never, { context: situation, data: checked.data, facts });
  if (refusals.length > 0) return { kind: 'refused', refusals };
  return arranged(procedure, current, { type: event.type, data: checked.data, judged }, facts);
}

/** What an act comes to once it has been judged. */
export function arranged(
  procedure: Procedure,
  current: CaseState,
  { type, data, judged }: { type: string; data: unknown; judged: readonly Judged[] },
  facts: Facts,
): Accepted {
  const act = procedure.acts[type]!;
  const situation = situationOf(procedure, current);
  const applied = act.apply(current.desk, data, situation, facts);
  const { audience, guests } = audienceWith(current, applied, substituteIn(facts), facts.actor.principals);
  const desk: Desk = { ...applied, guests, ...(act.informs ? {} : { last: touched(current, facts) }) };
  const position = standsAt(procedure, current.snapshot, facts.unit, current.position.stage, desk);
  const next: CaseState = { ...current, desk, position, audience };
  const notices = (act.notices?.(data, situation, facts) ?? []).map((n) => ({
    ...n,
    title: `${act.label}：${current.title}`,
  }));
  return {
    kind: 'accepted',
    type,
    data,
    from: current.position.states,
    clauses: act.clauses,
    judged,
    next,
    changedDeadlines: [],
    notices,
    signals: [],
    links: [],
  };
}

const isLive = ({ position }: CaseState): boolean => position.status === 'active' || position.status === 'suspended';
const situationOf = (procedure: Procedure, { desk, position, snapshot }: CaseState) => ({
  desk,
  waits: position.waits,
  procedure,
  context: snapshot.context,
});

/** Whoever has acted in another's absence answers for it later, and has to see it then. */
const substituteIn = ({ actor }: Facts): Principal[] => (actor.actingFor ? [`user:${actor.userId}`] : []);

/** The first event of a case. Pure; refused by the rules of creation alone. */
export function begin(procedure: Procedure, id: string, data: unknown, facts: Facts): Decision {
  const { creation } = procedure;
  if (
    creation.by &&
    !creation.by.some((party) =>
      principalsOf(party, procedure.parties, { unit: facts.unit, context: null }).some((p) =>
        facts.actor.principals.includes(p),
      ),
    )
  ) {
    return { kind: 'not-your-step', by: creation.by.map((party) => procedure.parties[party]!.label) };
  }
  const checked = creation.payload.safeParse(data ?? {});
  if (!checked.success) return { kind: 'invalid', issues: checked.error.issues };
  const { judged, refusals } = judge(creation.rules as never, { context: undefined, data: checked.data, facts });
  if (refusals.length > 0) return { kind: 'refused', refusals };
  return begun(procedure, id, { data: checked.data, judged }, facts);
}

/** What a beginning comes to once it has been judged. */
export function begun(
  procedure: Procedure,
  id: string,
  { data, judged }: { data: unknown; judged: readonly Judged[] },
  facts: Facts,
): Accepted {
  const { creation } = procedure;
  const [snapshot, actions] = initialTransition(procedure.machine, { context: creation.begin(data, facts), facts });
  const nowhere: Position = { states: [], stage: null, label: '', status: 'active', waits: [] };
  const empty: CaseState = {
    id,
    title: creation.titleOf(data, facts),
    snapshot: keep(snapshot),
    position: nowhere,
    deadlines: [],
    audience: [`unit:${facts.unit.id}`],
    desk: EMPTY_DESK,
  };
  const ties = (creation.links ?? []).map((link): Effect => ({ do: 'link', ...link }));
  return settled(procedure, empty, snapshot, [...effectsOf(actions as never), ...ties], facts, {
    type: CREATED,
    data,
    judged,
    clauses: creation.clauses,
    abandons: false,
    takesBack: false,
    decides: false,
  });
}

/** What a person could do to a case now. */
export function explain(procedure: Procedure, current: CaseState, facts: Facts): Action[] {
  if (!isLive(current)) return [];
  return [
    ...actionsFor(procedure, restore(procedure, current.snapshot), current.snapshot.context, facts),
    ...actsFor(situationOf(procedure, current), facts),
  ];
}

/** The other cases that have to be looked at before an event can be judged; before anything can be said of any, without one. */
export function looks(
  procedure: Procedure,
  current: CaseState,
  facts: Facts,
  event?: { type: string; data: unknown },
): Look[] {
  if (event && !payloadOf(procedure, event.type, facts.actor.principals.includes('system'))) return [];
  const parsed = event && payloadOf(procedure, event.type, false)?.safeParse(event.data ?? {});
  return looksFor(
    procedure,
    restore(procedure, current.snapshot),
    current.snapshot.context,
    facts,
    current.id,
    event && { type: event.type, data: parsed?.success ? parsed.data : undefined },
  );
}

/** The same before a case is begun. */
export function looksToBegin(
  procedure: Procedure,
  data: unknown,
  unit: Facts['unit'],
  directory: Facts['directory'],
): Look[] {
  const parsed = procedure.creation.payload.safeParse(data ?? {});
  const said = parsed.success ? parsed.data : undefined;
  return distinctLooks(
    procedure.creation.rules.flatMap((r) => [
      ...(r.looks?.({ context: undefined, data: said, unit, caseId: '', directory }) ?? []),
    ]),
  );
}

/** What a law makes of the deadlines it closes. */
export const countsAs = ({ abandons, takesBack, decides, returns }: Law) => ({
  abandons,
  takesBack,
  decides: decides && !returns,
});

export function settled(
  procedure: Procedure,
  before: CaseState,
  snapshot: AnyMachineSnapshot,
  effects: readonly Effect[],
  facts: Facts,
  event: {
    type: string;
    data: unknown;
    judged: readonly Judged[];
    clauses: readonly ClauseId[];
    abandons: boolean;
    takesBack: boolean;
    decides: boolean;
  },
): Accepted {
  const { actor } = facts;
  const reached = positionOf(procedure, snapshot, facts.unit, before.position.stage, before.desk);
  const remark = effects.length === 0 && snapshot.context === before.snapshot.context;
  const clock = new Timekeeping(procedure, before.id, before.deadlines, facts);
  const takenBack = event.takesBack ? (before.desk.last?.closed ?? []) : null;
  const abandons = (d: Deadline): boolean =>
    event.abandons && !(event.decides && answersFor(procedure, before, d, facts));
  const stood = clock.follow(effects, snapshot.context, { abandons, takenBack });
  const last = lastAfter(before, reached.states, remark, { type: event.type, closed: clock.closed() }, facts);
  const holds = (party: string, principal: Principal): boolean =>
    principalsOf(party, procedure.parties, { unit: facts.unit, context: snapshot.context }).includes(principal);
  const moved: Desk = { ...movedTo(before.desk, reached.waits, holds, actor.userId, facts.today), last };
  const position = positionOf(procedure, snapshot, facts.unit, before.position.stage, moved);
  const { audience, guests } = audienceWith(
    before,
    moved,
    entitledTo(procedure, snapshot, position, facts),
    actor.principals,
  );
  const desk: Desk = { ...moved, guests };
  const next: CaseState = {
    ...before,
    snapshot: keep(snapshot, stood),
    position,
    deadlines: clock.running(),
    audience,
    desk,
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
    notices: noticesOf(procedure, before, next, event, effects, facts),
    signals: effects.flatMap((effect) => signalsOf(effect, snapshot.context, facts)),
    links: effects.flatMap((effect) => linksOf(procedure, effect, facts)),
  };
}

function signalsOf(effect: Effect, context: unknown, facts: Facts): Signal[] {
  if (effect.do !== 'signal') return [];
  const { relation, event, say = () => [{ data: null }] } = effect;
  return say(context, facts).map((line) => ({ relation, event, ...line }));
}

/** Ties to whatever a rule has looked at; looking is what found it, so there is no tie to a case that is not there. */
function linksOf(procedure: Procedure, effect: Effect, facts: Facts): Link[] {
  if (effect.do !== 'link') return [];
  const { inverse } = procedure.relations[effect.relation]!;
  return (facts.related[effect.as ?? effect.relation] ?? []).map(({ id }) => ({
    relation: effect.relation,
    inverse,
    to: id,
  }));
}

/** Whoever the case waits on now, or whose step the next one is; and the units it names for its readers. */
function entitledTo(procedure: Procedure, snapshot: AnyMachineSnapshot, position: Position, facts: Facts): Principal[] {
  const standing = { unit: facts.unit, context: snapshot.context as unknown };
  const now = lawsFor(snapshot)
    .filter(({ law }) => !law.barrier && law.widens)
    .flatMap(({ law }) => law.by)
    .flatMap((id) => principalsOf(id, procedure.parties, standing));
  const named = procedure.readers
    .filter((id) => procedure.parties[id]!.kind === 'units')
    .flatMap((id) => principalsOf(id, procedure.parties, standing));
  const waiting = position.waits.map((w) => w.principal).filter((p) => p !== null);
  return [...new Set([...now, ...named, ...waiting, ...substituteIn(facts)])];
}

/** Whose turn it is: whoever the case waits on, and whoever was asked for an opinion first. */
export const todoOf = ({ position, desk }: CaseState): Principal[] => turnsOf(position.waits, desk);

function notApplicable(procedure: Procedure, current: CaseState, facts: Facts): Decision {
  return { kind: 'not-applicable', actions: explain(procedure, current, facts) };
}

/** Where a kept snapshot stands. */
export function standsAt(
  procedure: Procedure,
  snapshot: Snapshot,
  unit: Facts['unit'],
  formerStage: string | null,
  desk: Desk,
): Position {
  return positionOf(procedure, restore(procedure, snapshot), unit, formerStage, desk);
}
