import type { Actor } from '#machines/kit/case/facts.js';
import type { Look, RelatedCases } from '#machines/kit/case/relation.js';
import type { Action } from '#machines/kit/decide/explain.js';
import type { Procedures } from '#machines/kit/law/procedures.js';
import { lawsOf } from '#machines/kit/read/describe.js';
import type { CaseStore } from './ports.js';

const looking = new WeakMap<Procedures, ReadonlySet<string>>();

/** Whether an event of this name looks at other cases in some procedure: if not, the case need not be read twice. */
export function looksAround(procedures: Procedures, type: string): boolean {
  let types = looking.get(procedures);
  if (!types) {
    const laws = procedures.all().flatMap((procedure) => lawsOf(procedure));
    types = new Set(laws.filter(({ law }) => law.rules.some((r) => r.looks)).map(({ event }) => event));
    looking.set(procedures, types);
  }
  return types.has(type);
}

/** What the looks of one or of all events find. */
export async function relatedTo(
  store: CaseStore,
  caseId: string | null,
  wanted: readonly Look[],
): Promise<RelatedCases> {
  const found = await Promise.all(wanted.map(async (look) => [look.as, await store.related(caseId, look)] as const));
  return Object.fromEntries(found);
}

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
