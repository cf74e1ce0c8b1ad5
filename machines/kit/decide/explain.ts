import { getNextTransitions, type AnyMachineSnapshot } from 'xstate';
import type { CaseState } from '../case/case.js';
import { deskAt, holderOf, type Seat } from '../case/desk.js';
import type { Facts } from '../case/facts.js';
import type { Look } from '../case/relation.js';
import { judge } from '../law/judge.js';
import { SYSTEM_PARTY, type Law } from '../law/law.js';
import type { ActSituation, Procedure } from '../law/procedure.js';
import { outlook, type Outlook, type Refusal, type Rule, type Situation } from '../law/rule.js';
import { nameOfPrincipal } from '../words/directory.js';
import { principalsOf, type Principal } from '../words/party.js';
import { positionOf } from './position.js';
import { isLive, restore, situationOf } from './snapshot.js';

/** A law with the state to whose step it belongs. */
export interface LawHere {
  type: string;
  law: Law;
  /** The path of the state that has the transition. */
  source: string;
}

/** Returns the laws of the transitions that an event could take from here, innermost state first. */
export function lawsFor(snapshot: AnyMachineSnapshot, type?: string): LawHere[] {
  return getNextTransitions(snapshot)
    .filter((t) => t.eventType !== '' && (type === undefined || t.eventType === type))
    .map((t) => ({
      type: t.eventType,
      law: (t.meta as { law: Law }).law,
      source: (t.source as { path: string[] }).path.join('.'),
    }));
}

export type Choice =
  | { kind: 'not-applicable' }
  | { kind: 'not-your-step'; by: string[] }
  | { kind: 'route'; law: Law; seat: Seat; facts: Facts };

/** Returns the party as which this actor may take the step. Once it was taken over, only the new holder may. */
function mine({ law, source }: LawHere, procedure: Procedure, { facts, context }: Situation<unknown, unknown>): Seat[] {
  const { actor, desk, unit } = facts;
  return law.by.flatMap((party): Seat[] => {
    if (party === SYSTEM_PARTY) return actor.principals.includes('system') ? [{ party, principals: [] }] : [];
    const held = principalsOf(party, procedure.parties, { unit, context }).filter((p: Principal) =>
      actor.principals.includes(holderOf(desk, source, party, p)),
    );
    return held.length > 0 ? [{ party, principals: held }] : [];
  });
}

/**
 * Returns the seat of the actor. Somebody who could take the step as several parties takes it as the one the case still
 * waits on.
 */
function seatOf(
  seats: readonly Seat[],
  procedure: Procedure,
  snapshot: AnyMachineSnapshot,
  { unit }: Facts,
): Seat | undefined {
  if (seats.length < 2) return seats[0];
  const waits = positionOf(procedure, snapshot, unit, null).waits;
  const awaited = ({ party, principals }: Seat): boolean =>
    waits.some((w) => w.party === party && w.principal !== null && principals.includes(w.principal));
  return seats.find(awaited) ?? seats[0];
}

/** Names who may do it, in words: the parties, or those who have taken the step over from them. */
function holders(
  laws: readonly LawHere[],
  procedure: Procedure,
  { desk, directory, unit }: Facts,
  context: unknown,
): string[] {
  const open = laws.filter(({ law }) => !law.barrier);
  const by = (open.length > 0 ? open : laws).flatMap(({ law, source }) =>
    law.by
      .filter((id) => id !== SYSTEM_PARTY)
      .flatMap((id) => {
        const { label } = procedure.parties[id]!;
        const all = principalsOf(id, procedure.parties, { unit, context });
        if (all.length === 0) return [label];
        return all.map((p) =>
          holderOf(desk, source, id, p) === p ? label : nameOfPrincipal(holderOf(desk, source, id, p), directory),
        );
      }),
  );
  return [...new Set(by)];
}

/**
 * Chooses the transition that an event means here and now, before its rules are judged. A barrier counts only where
 * nothing else answers to the event. `clauses` are those by which it was accepted once: what was looked at then may not
 * be known any more, so they choose first.
 */
export function choose(
  procedure: Procedure,
  snapshot: AnyMachineSnapshot,
  type: string,
  situation: Situation<unknown, unknown>,
  clauses?: readonly string[],
): Choice {
  const laws = lawsFor(snapshot, type);
  if (laws.length === 0) return { kind: 'not-applicable' };
  const ours = laws.flatMap((here) => {
    const seat = seatOf(mine(here, procedure, situation), procedure, snapshot, situation.facts);
    return seat ? [{ ...here, seat }] : [];
  });
  if (ours.length === 0)
    return { kind: 'not-your-step', by: holders(laws, procedure, situation.facts, situation.context) };
  const then = clauses && ours.filter(({ law }) => !law.barrier && law.clauses.join() === clauses.join());
  const here =
    then?.find(({ law }) => whenHolds(law, situation)) ??
    then?.[0] ??
    ours.find(({ law }) => !law.barrier && whenHolds(law, situation)) ??
    ours.find(({ law }) => law.barrier && whenHolds(law, situation));
  if (!here) return { kind: 'not-applicable' };
  const { law, seat, source } = here;
  return {
    kind: 'route',
    law,
    seat,
    facts: { ...situation.facts, seat, desk: deskAt(situation.facts.desk, source, seat) },
  };
}

export interface Action {
  type: string;
  label: string;
  /** `step` moves the case on; `act` arranges the work on it. */
  kind: 'step' | 'act';
  allowed: boolean;
  refusals: Refusal[];
  /** Advice that is not followed. It does not block the action. */
  advice: Refusal[];
  /** Rules that can only be judged once the form is filled in. */
  unknown: Outlook[];
}

function actionOf(
  type: string,
  label: string,
  kind: Action['kind'],
  rules: readonly Rule<unknown, unknown>[],
  situation: Situation<unknown, unknown>,
): Action {
  const { refusals, advice, unknown } = judge(
    rules.filter((r) => r.about === 'case'),
    situation,
  );
  return {
    type,
    label,
    kind,
    allowed: refusals.length === 0,
    refusals,
    advice,
    unknown: [
      ...unknown,
      ...rules.filter((r) => r.about === 'event').map((r) => outlook(r, situation.facts.regulation)),
    ],
  };
}

/** Lists what a person could do to a case now. */
export function explain(procedure: Procedure, current: CaseState, facts: Facts): Action[] {
  if (!isLive(current)) return [];
  return [
    ...actionsFor(procedure, restore(procedure, current.snapshot), current.snapshot.context, facts),
    ...actsFor(situationOf(procedure, current), facts),
  ];
}

/**
 * Lists what this person could do to the case now, and what the law keeps shut. Only rules that need no form are judged
 * here. A rule about the event's own data is listed as unknown; it speaks when the event is sent or tried with a dry
 * run.
 */
function actionsFor(procedure: Procedure, snapshot: AnyMachineSnapshot, context: unknown, facts: Facts): Action[] {
  const situation = { context, data: undefined, facts };
  const types = [
    ...new Set(
      lawsFor(snapshot)
        .filter(({ law }) => !law.by.includes(SYSTEM_PARTY))
        .map(({ type }) => type),
    ),
  ];
  const steps = types.flatMap((type) => {
    const choice = choose(procedure, snapshot, type, situation);
    if (choice.kind !== 'route') return [];
    const action = actionOf(type, procedure.events[type]!.label, 'step', choice.law.rules, {
      ...situation,
      facts: choice.facts,
    });
    // A barrier that no rule keeps shut still leads nowhere from here.
    return choice.law.barrier && action.allowed ? [] : [action];
  });
  // Allowed actions come before refused ones.
  return [...steps.filter((a) => a.allowed), ...steps.filter((a) => !a.allowed)];
}

/** Lists what this person could do about the case without moving it. */
function actsFor(situation: ActSituation, facts: Facts): Action[] {
  return Object.entries(situation.procedure.acts)
    .filter(([, act]) => act.may(situation, facts))
    .map(([type, { label, rules }]) =>
      actionOf(type, label, 'act', rules, { context: situation, data: undefined, facts }),
    );
}

/**
 * Returns the other cases that the rules of an event want to see. Without an event: those of every event of this
 * person.
 */
export function looksFor(
  procedure: Procedure,
  snapshot: AnyMachineSnapshot,
  context: unknown,
  facts: Facts,
  caseId: string,
  event?: { type: string; data: unknown },
): Look[] {
  const situation = { context, data: event?.data, facts };
  const rules = lawsFor(snapshot, event?.type)
    .filter((here) => mine(here, procedure, situation).length > 0)
    .flatMap(({ law }) => law.rules);
  return distinctLooks(
    rules.flatMap((r) => [
      ...(r.looks?.({ context, data: event?.data, unit: facts.unit, caseId, directory: facts.directory }) ?? []),
    ]),
  );
}

export const distinctLooks = (looks: readonly Look[]): Look[] => [
  ...new Map(looks.map((look) => [look.as, look])).values(),
];

/** A route may depend on the form that is not filled in yet. Then it is not ruled out. */
function whenHolds(law: Law, situation: Situation<unknown, unknown>): boolean {
  try {
    return law.when?.(situation) ?? true;
  } catch (error) {
    if (error instanceof TypeError && situation.data === undefined) return true;
    throw error;
  }
}
