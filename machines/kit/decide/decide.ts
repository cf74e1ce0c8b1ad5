import { transition } from 'xstate';
import type { z } from 'zod';
import type { CaseState } from '../case/case.js';
import type { Facts } from '../case/facts.js';
import type { Look } from '../case/relation.js';
import type { EventDefinition } from '../law/events.js';
import { judge } from '../law/judge.js';
import type { Procedure } from '../law/procedure.js';
import { arranged } from './act.js';
import type { Decision } from './decision.js';
import { whyNotHere } from './not-here.js';
import { choose, explain, looksFor } from './explain.js';
import { countsAs, settled } from './settle.js';
import { effectsOf, isLive, restore, situationOf } from './snapshot.js';

/** Looks a type up by its own name only: `constructor` is no event. */
const named = <T>(catalog: Readonly<Record<string, T>>, type: string): T | undefined =>
  Object.hasOwn(catalog, type) ? catalog[type] : undefined;

/**
 * Checks the data of an event against its form. The sender decides which form: a person's event, or one that time or
 * another case brings.
 */
function payloadOf(procedure: Procedure, type: string, fromSystem: boolean): z.ZodType | null | undefined {
  const definition = named<EventDefinition>(procedure.events, type);
  if (definition) return definition.payload;
  const system = fromSystem ? named(procedure.systemEvents, type) : undefined;
  return system ? (system.payload ?? null) : undefined;
}

/** Decides one event on one case. Returns all refusals, or everything that follows. Pure. */
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
  if (payload === undefined) return notApplicable(procedure, current, event.type, facts);

  const checked = payload ? payload.safeParse(event.data ?? {}) : { success: true as const, data: null };
  const situation = { context, data: checked.success ? checked.data : undefined, facts };

  // Who may do it is checked before the form: nobody fills in a form for a step that is not theirs.
  const standing = choose(procedure, snapshot, event.type, situation);
  if (standing.kind === 'not-applicable') return notApplicable(procedure, current, event.type, facts);
  if (standing.kind === 'not-your-step') return standing;
  const { law } = standing;
  const here = { ...situation, facts: standing.facts };
  if (!checked.success) {
    // A barrier refuses whatever the form says, so its rules about the case speak before the form is checked.
    const { refusals } = judge(law.barrier ? law.rules.filter((r) => r.about === 'case') : [], here);
    return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'invalid', issues: checked.error.issues };
  }

  const { judged, refusals, advice, unknown } = judge(law.rules, here);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  if (unknown.length > 0)
    throw new Error(
      `${event.type}: ${unknown.map((u) => u.rule).join(', ')} can't be judged, what they look at was not loaded`,
    );
  if (law.barrier) return notApplicable(procedure, current, event.type, facts);

  // XState follows the law that was judged, so no rule is judged twice (machines/kit/testing/same-road.ts compares).
  const [next, actions] = transition(procedure.machine, snapshot, {
    type: event.type,
    data: checked.data,
    facts: here.facts,
    follows: law,
  });
  return settled(procedure, current, next, effectsOf(actions), facts, {
    type: event.type,
    data: checked.data,
    judged,
    advice,
    clauses: law.clauses,
    ...countsAs(law),
  });
}

/** Performs an act: an office arranges its work on a step without taking it. */
function perform(
  procedure: Procedure,
  current: CaseState,
  event: { type: string; data: unknown },
  facts: Facts,
): Decision {
  const act = procedure.acts[event.type]!;
  const situation = situationOf(procedure, current);
  if (!isLive(current)) return notApplicable(procedure, current, event.type, facts);
  if (!act.may(situation, facts)) return { kind: 'not-your-step', by: [act.by] };
  const checked = act.payload.safeParse(event.data ?? {});
  if (!checked.success) return { kind: 'invalid', issues: checked.error.issues };
  const { judged, refusals, advice } = judge(act.rules, { context: situation, data: checked.data, facts });
  if (refusals.length > 0) return { kind: 'refused', refusals };
  return arranged(procedure, current, { type: event.type, data: checked.data, judged, advice }, facts);
}

/**
 * Returns the other cases that must be looked at before an event can be judged. Without an event: before anything can
 * be said of any event.
 */
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

function notApplicable(procedure: Procedure, current: CaseState, type: string, facts: Facts): Decision {
  return {
    kind: 'not-applicable',
    why: whyNotHere(procedure, current, type),
    actions: explain(procedure, current, facts),
  };
}
