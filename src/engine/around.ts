import type { Action } from '#machines/kit/explain.js';
import { lawsOf } from '#machines/kit/describe.js';
import type { Look, RelatedCases } from '#machines/kit/relation.js';
import { allProcedures } from '#machines/registry.js';
import type { CaseStore } from './ports.js';

/** Whether an event of this name looks at other cases in some procedure: if not, the case need not be read twice. */
export const looksAround = (type: string): boolean =>
  allProcedures().some((procedure) => lawsOf(procedure).some((l) => l.event === type && l.law.rules.some((r) => r.looks)));

/** What the looks of one or of all events find. */
export async function relatedTo(store: CaseStore, caseId: string | null, wanted: readonly Look[]): Promise<RelatedCases> {
  const found = await Promise.all(wanted.map(async (look) => [look.as, await store.related(caseId, look)] as const));
  return Object.fromEntries(found);
}

/** What a person could do themselves, and besides in the absence of those they stand in for. */
export function mergedActions(each: readonly (readonly Action[])[]): Action[] {
  const merged = new Map<string, Action>();
  for (const actions of each) {
    for (const action of actions) {
      const known = merged.get(action.type);
      if (!known || (!known.allowed && action.allowed)) merged.set(action.type, action);
    }
  }
  return [...merged.values()];
}
