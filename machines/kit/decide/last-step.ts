import type { CaseState } from '../case/case.js';
import { turnsOf, type LastStep } from '../case/desk.js';
import { officeOf, type Facts } from '../case/facts.js';

/**
 * Returns who may take the last step back (撤回): the person who took it, as long as nobody whose turn it then was has
 * worked on it.
 */

/**
 * Returns the last step after something was done that moves nothing. Only those who hold the step, or were asked by
 * them, work on it.
 */
export function touched({ desk, position }: CaseState, { actor }: Facts): LastStep | null {
  const office = officeOf(actor);
  const theirs = turnsOf(position.waits, desk).some((p) => actor.principals.includes(p));
  return desk.last && theirs && office !== desk.last.unitId ? { ...desk.last, touchedBy: office } : desk.last;
}

/** Returns the last step after an event. A remark does not count as a step. */
export function lastAfter(
  before: CaseState,
  states: readonly string[],
  remark: boolean,
  { type, closed }: Pick<LastStep, 'type' | 'closed'>,
  facts: Facts,
): LastStep | null {
  const { actor, seq } = facts;
  if (actor.principals.includes('system')) return before.desk.last;
  if (states.join() !== before.position.states.join())
    return {
      type,
      userId: actor.userId,
      unitId: officeOf(actor),
      seq,
      ...(closed && closed.length > 0 ? { closed } : {}),
    };
  return remark ? before.desk.last : touched(before, facts);
}
