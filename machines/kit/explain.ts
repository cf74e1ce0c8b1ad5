import { getNextTransitions, type AnyMachineSnapshot } from 'xstate';
import type { Facts } from './facts.js';
import { mayAct, SYSTEM_PARTY, type Law } from './machine.js';
import type { Procedure } from './procedure.js';
import { refusal, type Refusal, type Rule, type Seen, type Situation } from './rule.js';

/** The laws of the transitions that an event could take from here, innermost state first. */
export function lawsFor(snapshot: AnyMachineSnapshot, type?: string): { type: string; law: Law }[] {
  return getNextTransitions(snapshot)
    .filter((t) => t.eventType !== '' && (type === undefined || t.eventType === type))
    .map((t) => ({ type: t.eventType, law: (t.meta as { law: Law }).law }));
}

/** Judges every rule, never stopping at the first that fails: an official learns all the reasons at once. */
export function judge(rules: readonly Rule<never, never>[], situation: Situation<unknown, unknown>) {
  const judged: { rule: string; seen: Seen }[] = [];
  const refusals: Refusal[] = [];
  for (const rule of rules) {
    const verdict = rule.judge(situation as Situation<never, never>);
    if (verdict.holds) judged.push({ rule: rule.id, seen: verdict.seen });
    else refusals.push(refusal(rule, verdict));
  }
  return { judged, refusals };
}

export type Choice =
  | { kind: 'not-applicable' }
  | { kind: 'not-your-step'; by: string[] }
  | { kind: 'route'; law: Law };

/**
 * The transition that an event means here and now, before its rules are judged. A barrier counts only where nothing else
 * answers to the event.
 */
export function choose(procedure: Procedure, snapshot: AnyMachineSnapshot, type: string, situation: Situation<unknown, unknown>): Choice {
  const laws = lawsFor(snapshot, type).map(({ law }) => law);
  if (laws.length === 0) return { kind: 'not-applicable' };
  const mine = laws.filter((law) => mayAct(law, procedure.parties, situation.facts));
  if (mine.length === 0) {
    const open = laws.filter((l) => !l.barrier);
    const by = [...new Set((open.length > 0 ? open : laws).flatMap((l) => l.by))].filter((id) => id !== SYSTEM_PARTY);
    return { kind: 'not-your-step', by: by.map((id) => procedure.parties[id]!.label) };
  }
  const law = mine.find((l) => !l.barrier && whenHolds(l, situation)) ?? mine.find((l) => l.barrier);
  return law ? { kind: 'route', law } : { kind: 'not-applicable' };
}

export interface Action {
  type: string;
  label: string;
  allowed: boolean;
  refusals: Refusal[];
}

/**
 * What this person could do to the case now. Only what is known before the form is filled in is judged here: a rule about
 * the event's own data speaks when the event is sent, or tried with a dry run.
 */
export function actionsFor(procedure: Procedure, snapshot: AnyMachineSnapshot, context: unknown, facts: Facts): Action[] {
  const situation = { context, data: undefined, facts };
  const open = lawsFor(snapshot).filter(({ law }) => !law.barrier);
  const types = new Set(open.filter(({ law }) => !law.by.includes(SYSTEM_PARTY)).map(({ type }) => type));
  return [...types].flatMap((type) => {
    const laws = open.filter((o) => o.type === type).map(({ law }) => law).filter((law) => mayAct(law, procedure.parties, facts));
    const law = laws.find((l) => whenHolds(l, situation));
    if (!law) return [];
    const { refusals } = judge(law.rules.filter((r) => r.about === 'case'), situation);
    return [{ type, label: procedure.events[type]!.label, allowed: refusals.length === 0, refusals }];
  });
}

/** A route may depend on the form that is not filled in yet; then it is not ruled out. */
function whenHolds(law: Law, situation: Situation<unknown, unknown>): boolean {
  try {
    return law.when?.(situation) ?? true;
  } catch (error) {
    if (error instanceof TypeError && situation.data === undefined) return true;
    throw error;
  }
}
