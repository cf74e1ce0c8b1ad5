import type { Procedure } from '../law/procedure.js';
import { entranceOf, transitionsOf, type TransitionDescription } from './describe.js';

/**
 * Tells what a step was, from what history keeps of it: its type, where the case stood before, and where it stood
 * afterwards.
 */
export type Taken = (type: string, from: readonly string[], to: readonly string[]) => TransitionDescription | undefined;

function by<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

const isWithin = (path: string, around: string): boolean => path === around || path.startsWith(`${around}.`);

/**
 * Returns every transition that can have led from one place to the other. If several fit, they differ in who may take
 * them or in the form they ask for, and agree in what statistics tell apart; `course.spec.ts` checks this.
 */
export function candidatesOf(procedure: Procedure): (...step: Parameters<Taken>) => TransitionDescription[] {
  const all = transitionsOf(procedure).filter((t) => !t.barrier);
  const arrivals = arrivalsOf(procedure, all);
  const steps = by(
    all.filter((t) => t.event !== ''),
    (t) => t.event,
  );
  const fits = ({ to: targets }: TransitionDescription, from: readonly string[], to: readonly string[]): boolean =>
    targets.length === 0
      ? from.join() === to.join()
      : targets.some((target) => to.some((state) => arrivals(target).has(state)));
  return (type, from, to) => {
    const open = (steps.get(type) ?? []).filter((t) => from.some((state) => isWithin(state, t.from)));
    const fitting = open.filter((t) => fits(t, from, to));
    // A step can move the case further than its own target: through an event to a parallel region, or through a choice
    // that turns out otherwise now.
    const here = fitting.length > 0 ? fitting : open;
    // What a state says of an event comes before what an outer state says.
    const inmost = Math.max(...here.map((t) => t.from.length));
    return here.filter((t) => t.from.length === inmost);
  };
}

/**
 * The same steps come again and again in thousands of cases. Each is looked up once, if its places are the same arrays.
 */
export function takenBy(procedure: Procedure): Taken {
  const candidates = candidatesOf(procedure);
  const known = new WeakMap<
    readonly string[],
    WeakMap<readonly string[], Map<string, TransitionDescription | undefined>>
  >();
  return (type, from, to) => {
    const onwards = known.get(from) ?? new WeakMap<readonly string[], Map<string, TransitionDescription | undefined>>();
    const types = onwards.get(to) ?? new Map<string, TransitionDescription | undefined>();
    known.set(from, onwards);
    onwards.set(to, types);
    if (!types.has(type)) types.set(type, candidates(type, from, to)[0]);
    return types.get(type);
  };
}

/**
 * Returns where a case can stand after it is sent to a state: at the innermost initial state, or wherever the procedure
 * leads on by itself from there.
 */
function arrivalsOf(
  procedure: Procedure,
  all: readonly TransitionDescription[],
): (target: string) => ReadonlySet<string> {
  const entrance = entranceOf(procedure);
  const onwards = by(
    all.filter((t) => t.event === ''),
    (t) => t.from,
  );
  const known = new Map<string, ReadonlySet<string>>();
  return (target) => {
    const seen = new Set<string>();
    if (known.has(target)) return known.get(target)!;
    const open = [target];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const at = entrance(next);
      if (seen.has(at)) continue;
      seen.add(at);
      open.push(...(onwards.get(at) ?? []).flatMap((t) => t.to));
    }
    known.set(target, seen);
    return seen;
  };
}
