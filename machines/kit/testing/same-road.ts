import type { CaseState } from '../case/case.js';
import { choose } from '../decide/explain.js';
import { restore } from '../decide/snapshot.js';
import type { Law } from '../law/law.js';
import type { Procedure } from '../law/procedure.js';
import type { Entry } from './docket.js';

type Compared = Pick<Entry, 'facts'> & {
  before: Pick<CaseState, 'snapshot' | 'position'> | undefined;
  tale: { procedure: Procedure };
  accepted: Pick<Entry['accepted'], 'type' | 'data'>;
};

/**
 * Compares two roads to a law. `decide` judges the rules of one law and then has XState follow it. XState alone goes
 * through the transitions in its own order and judges the rules of each. Both must come to the same law. Returns how
 * they differ over an event that was accepted, or null.
 */
export function partsFromXState({ tale: { procedure }, before, accepted, facts }: Compared): string | null {
  const { type, data } = accepted;
  // The beginning of a case and an act take no transition of an event.
  if (!before || Object.hasOwn(procedure.acts, type)) return null;
  const snapshot = restore(procedure, before.snapshot);
  const choice = choose(procedure, snapshot, type, { context: before.snapshot.context, data, facts });
  if (choice.kind !== 'route') return `${type} was accepted and is ${choice.kind}`;
  const taken = procedure.machine
    .getTransitionData(snapshot, { type, data, facts: choice.facts })
    .map((transition) => (transition.meta as { law: Law }).law);
  if (taken.length === 1 && taken[0] === choice.law) return null;
  return `${type} was judged by one law, and XState takes ${taken.length === 1 ? 'another' : taken.length} in ${before.position.states.join(', ')}`;
}
