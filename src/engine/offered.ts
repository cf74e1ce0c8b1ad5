import type { Actor } from '#machines/kit/case/facts.js';
import type { Action } from '#machines/kit/decide/explain.js';

/** An action with those in whose absence this person could take it; whoever of them is not named in an event is taken last. */
export interface OfferedAction extends Action {
  actingFor: { id: string; name: string; unit: string | null }[];
}

/** What a person could do themselves, and besides in the absence of those they stand in for. */
export function mergedActions(each: readonly { actor: Actor; actions: readonly Action[] }[]): OfferedAction[] {
  const merged = new Map<string, OfferedAction>();
  for (const {
    actor: { actingFor },
    actions,
  } of each) {
    const absent = actingFor ? [{ id: actingFor.userId, name: actingFor.name, unit: actingFor.unitId }] : [];
    for (const action of actions) {
      const known = merged.get(action.type);
      const better = known && (known.allowed || !action.allowed) ? known : action;
      merged.set(action.type, { ...better, actingFor: [...(known?.actingFor ?? []), ...absent] });
    }
  }
  // What can be done comes before what can't, steps before what is arranged about them.
  const rank = ({ kind, allowed }: Action): number => (kind === 'act' ? 2 : 0) + (allowed ? 0 : 1);
  return [...merged.values()].sort((a, b) => rank(a) - rank(b));
}
