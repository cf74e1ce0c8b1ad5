import type { Actor } from '#machines/kit/case/facts.js';
import type { Action } from '#machines/kit/decide/explain.js';

/**
 * An action with the absent people in whose place this person could take it. If an event names none of them, the person
 * themselves comes first.
 */
export interface OfferedAction extends Action {
  actingFor: { id: string; name: string; unit: string | null }[];
}

/** Merges what a person could do themselves with what they could do in the absence of others. */
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
  // Allowed actions come before refused ones, and steps before acts.
  const rank = ({ kind, allowed }: Action): number => (kind === 'act' ? 2 : 0) + (allowed ? 0 : 1);
  return [...merged.values()].sort((a, b) => rank(a) - rank(b));
}
