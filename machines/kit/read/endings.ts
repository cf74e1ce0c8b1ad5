import { oncePerProcedure } from '../law/once.js';
import type { Procedure } from '../law/procedure.js';
import { statesOf, transitionsOf } from './describe.js';

const isWithin = (path: string, around: string): boolean => path === around || path.startsWith(`${around}.`);

/**
 * Returns the events of people by which a case leaves a state from where it stands now, read from the machine. Giving
 * the matter up does not end it, unless giving it up is the decision (不予通过). A step that enters the state anew does not
 * leave it.
 */
export function endingsOf(procedure: Procedure, standing: readonly string[], around: string): ReadonlySet<string> {
  const out = transitionsOf(procedure).filter(
    ({ barrier, from, to, abandons, decides }) =>
      !barrier &&
      to.length > 0 &&
      !to.some((path) => isWithin(path, around)) &&
      standing.some((here) => isWithin(here, around) && isWithin(here, from)) &&
      (!abandons || (decides && isWithin(from, around))),
  );
  return new Set(out.map(({ event }) => event));
}

/** Returns the events that are taken in a state, whether they leave it or not. */
export const takenIn = (procedure: Procedure, around: string): ReadonlySet<string> =>
  new Set(
    transitionsOf(procedure)
      .filter(({ barrier, from }) => !barrier && isWithin(from, around))
      .map(({ event }) => event),
  );

/** Returns the states that open a deadline and in which a case stands. */
export const openedIn = (procedure: Procedure, standing: readonly string[], deadline: string): string[] =>
  statesOf(procedure)
    .filter((s) => s.deadlines.includes(deadline) && standing.some((here) => isWithin(here, s.path)))
    .map((s) => s.path);

/**
 * Returns the events that are remarks: everybody who oversees a case may make one, and the case never waits for one.
 */
export const remarksOf = oncePerProcedure((procedure): ReadonlySet<string> => {
  const transitions = transitionsOf(procedure);
  const moving = new Set(transitions.filter((t) => !t.remark && !t.barrier).map(({ event }) => event));
  return new Set(transitions.map(({ event }) => event).filter((event) => !moving.has(event)));
});
