import type { AnyMachineSnapshot } from 'xstate';
import type { CaseState, Link, Signal } from '../case/case.js';
import type { Sender } from '../case/cause.js';
import { movedTo, type Desk } from '../case/desk.js';
import type { Facts } from '../case/facts.js';
import type { Notice } from '../case/notice.js';
import type { Deadline } from '../case/occurrence.js';
import type { Position } from '../case/standing.js';
import type { Effect } from '../law/effects.js';
import type { Judged } from '../law/judge.js';
import type { Law } from '../law/law.js';
import type { Procedure } from '../law/procedure.js';
import type { Refusal } from '../law/rule.js';
import type { ClauseId } from '../words/clause.js';
import { principalsOf, takenBy, type Principal } from '../words/party.js';
import { audienceWith, substituteIn } from './audience.js';
import { senderOf } from './cause.js';
import { lawsFor } from './explain.js';
import { lastAfter } from './last-step.js';
import { noticesOf } from './notices.js';
import { positionOf } from './position.js';
import { answersFor } from './ring.js';
import { keep } from './snapshot.js';
import { Timekeeping } from './timekeeping.js';

/** Everything that follows from an event the law has accepted. */
export interface Accepted {
  kind: 'accepted';
  type: string;
  data: unknown;
  from: readonly string[];
  clauses: readonly ClauseId[];
  judged: readonly Judged[];
  /** The advice it does not follow. It refuses nothing, and whoever acts is told. */
  advice: readonly Refusal[];
  next: CaseState;
  changedDeadlines: readonly Deadline[];
  notices: readonly Notice[];
  signals: readonly Signal[];
  links: readonly Link[];
}

/** Returns how the deadlines that a law closes are counted. */
export const countsAs = ({ abandons, takesBack, decides, returns }: Law) => ({
  abandons,
  takesBack,
  decides: decides && !returns,
});

/**
 * Works out what follows from an event whose transition has been taken. `snapshot` is where the machine stands after
 * it. Pure.
 */
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
    advice: readonly Refusal[];
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
  const moved: Desk = {
    ...movedTo(
      before.desk,
      reached.waits,
      holds,
      (party) => takenBy(party, procedure.parties),
      actor.userId,
      facts.today,
    ),
    last,
  };
  const position = positionOf(procedure, snapshot, facts.unit, before.position.stage, moved);
  const { audience, guests } = audienceWith(
    before,
    moved,
    entitledTo(procedure, snapshot, position, facts),
    actor.principals,
  );
  const { cause, today, seq } = facts;
  const desk: Desk = { ...moved, guests, ...(cause ? { heard: { on: today, seq, type: event.type, cause } } : {}) };
  const next: CaseState = {
    ...before,
    title: procedure.creation.titleOf(snapshot.context),
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
    advice: event.advice,
    next,
    changedDeadlines: clock.changed(),
    notices: noticesOf(procedure, before, next, event, effects, facts),
    signals: effects.flatMap((effect) =>
      signalsOf(effect, snapshot.context, facts, senderOf(procedure, next.title, event, facts)),
    ),
    links: effects.flatMap((effect) => linksOf(procedure, effect, facts)),
  };
}

function signalsOf(effect: Effect, context: unknown, facts: Facts, sender: Sender): Signal[] {
  if (effect.do !== 'signal') return [];
  const { relation, event, say = () => [{ data: null }] } = effect;
  return say(context, facts).map((line) => ({ relation, event, ...line, sender }));
}

/**
 * Returns the ties to the cases that rules have looked at. Only a look finds a case, so there is no tie to a missing
 * case.
 */
function linksOf(procedure: Procedure, effect: Effect, facts: Facts): Link[] {
  if (effect.do !== 'link') return [];
  const { inverse } = procedure.relations[effect.relation]!;
  return (facts.related[effect.as ?? effect.relation] ?? []).map(({ id }) => ({
    relation: effect.relation,
    inverse,
    to: id,
  }));
}

/** Returns those the case waits on now, those who have the next step, and the units it names for its readers. */
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
