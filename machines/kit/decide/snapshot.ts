import type { AnyMachineSnapshot } from 'xstate';
import type { CaseState, Snapshot } from '../case/case.js';
import type { Desk } from '../case/desk.js';
import type { Facts } from '../case/facts.js';
import type { Standstill } from '../case/occurrence.js';
import type { Position } from '../case/standing.js';
import type { Effect } from '../law/effects.js';
import type { ActSituation, Procedure } from '../law/procedure.js';
import { positionOf } from './position.js';

/** Returns a kept snapshot in the form that XState takes. */
export const restore = (procedure: Procedure, { value, context }: Snapshot): AnyMachineSnapshot =>
  procedure.machine.resolveState({ value, context });

/** Returns the part of an XState snapshot that is kept. */
export const keep = (snapshot: AnyMachineSnapshot, stood: Standstill = []): Snapshot => ({
  value: snapshot.value,
  context: snapshot.context,
  ...(stood.length > 0 ? { stood } : {}),
});

export const effectsOf = (actions: readonly { type: string; params: unknown }[]): Effect[] =>
  actions.filter((a) => a.type === 'effect').map((a) => a.params as Effect);

/** Returns where a kept snapshot stands. */
export function standsAt(
  procedure: Procedure,
  snapshot: Snapshot,
  unit: Facts['unit'],
  formerStage: string | null,
  desk: Desk,
): Position {
  return positionOf(procedure, restore(procedure, snapshot), unit, formerStage, desk);
}

/** Tells whether anything can still be done to a case. */
export const isLive = ({ position }: CaseState): boolean =>
  position.status === 'active' || position.status === 'suspended';

/** Returns what an act looks at. */
export const situationOf = (procedure: Procedure, { desk, position, snapshot }: CaseState): ActSituation => ({
  desk,
  waits: position.waits,
  procedure,
  context: snapshot.context,
});
