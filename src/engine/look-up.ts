import type { Actor } from '#machines/kit/case/facts.js';
import type { Look, RelatedCases } from '#machines/kit/case/relation.js';
import { looks } from '#machines/kit/decide/decide.js';
import { distinctLooks } from '#machines/kit/decide/explain.js';
import { oncePerProcedure } from '#machines/kit/law/once.js';
import { lawsOf } from '#machines/kit/read/describe.js';
import { openCase } from './case-of.js';
import type { CaseStore, WorldNow } from './ports.js';

/** Returns the events whose rules look at other cases. */
const lookingEvents = oncePerProcedure(
  (procedure): ReadonlySet<string> =>
    new Set(
      lawsOf(procedure)
        .filter(({ law }) => law.rules.some((rule) => rule.looks))
        .map(({ event }) => event),
    ),
);

/** Finds what a case looks at: the cases of each look, under its name. */
export async function lookUp(store: CaseStore, caseId: string | null, wanted: readonly Look[]): Promise<RelatedCases> {
  const found = await Promise.all(wanted.map(async (look) => [look.as, await store.related(caseId, look)] as const));
  return Object.fromEntries(found);
}

/**
 * Finds what the rules of an event look at, for any of these actors. It is read before the case is locked: what another
 * case says may be a moment old, and the receiver of a signal decides for itself. An event that looks at nothing in any
 * procedure reads nothing.
 */
export async function lookUpFor(
  store: CaseStore,
  caseId: string,
  actors: readonly Actor[],
  world: WorldNow,
  event: { type: string; data: unknown },
): Promise<RelatedCases> {
  if (!world.procedures.all().some((procedure) => lookingEvents(procedure).has(event.type))) return {};
  const loaded = await store.load(caseId);
  if (!loaded) return {};
  const wanted = actors.flatMap((actor) => {
    const { procedure, state, facts } = openCase(loaded, actor, world);
    return looks(procedure, state, facts, event);
  });
  return lookUp(store, caseId, distinctLooks(wanted));
}
