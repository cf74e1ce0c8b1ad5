import type { Actor } from '#machines/kit/case/facts.js';
import type { Look, RelatedCases } from '#machines/kit/case/relation.js';
import type { Deadline } from '#machines/kit/case/occurrence.js';
import { looks } from '#machines/kit/decide/decide.js';
import { explain } from '#machines/kit/decide/explain.js';
import { doneLateOf } from '#machines/kit/decide/timekeeping.js';
import type { Accepted } from '#machines/kit/decide/settle.js';
import type { Refusal } from '#machines/kit/law/rule.js';
import { isVisible, maySee, openCase, type OpenedCase } from './case-of.js';
import type { Deps } from './deps.js';
import { lookUp } from './look-up.js';
import { mergedActions, type OfferedAction } from './offered.js';
import type { CaseRecord, Change } from './ports.js';

/** A case after a decision, with what this person could do next. A doorway shows this. */
export interface View extends OpenedCase {
  record: CaseRecord;
  actions: readonly OfferedAction[];
  /** The cases that it waits for, by relation. Null where nobody has looked. */
  awaited: RelatedCases | null;
  /** The duties that were done late, the last one first, as many as an answer shows. */
  doneLate: readonly Deadline[];
  /** The advice that the event just taken does not follow. None where nothing was taken. */
  advice: readonly Refusal[];
  /** The person, and the person in the place of each they stand in for, as far as the case can be seen so. */
  seenBy: readonly Actor[];
}

/** Returns a case as this person sees it now. Null when there is none, or none for them. */
export async function view({ store, world }: Deps, caseId: string, actor: Actor): Promise<View | null> {
  const [now, absent, loaded] = await Promise.all([world.current(), world.standsInFor(actor), store.load(caseId)]);
  if (!loaded) return null;
  const seen = [actor, ...absent].map((who) => openCase(loaded, who, now)).filter(isVisible);
  if (seen.length === 0) return null;
  const each = await Promise.all(
    seen.map(async ({ procedure, state, facts }) => {
      const related = await lookUp(store, caseId, looks(procedure, state, facts));
      return { actor: facts.actor, actions: explain(procedure, state, { ...facts, related }) };
    }),
  );
  const [first] = seen;
  return {
    ...first!,
    awaited: await lookUp(store, caseId, awaitedBy(first!)),
    record: loaded.record,
    doneLate: loaded.doneLate,
    actions: mergedActions(each),
    advice: [],
    seenBy: seen.map(({ facts }) => facts.actor),
  };
}

/** Returns what to look for where a case waits for what happens in another one. */
const awaitedBy = ({ state }: OpenedCase): Look[] => [
  ...new Map(
    state.position.waits.flatMap(({ through }) =>
      through === undefined ? [] : [[through, { as: through, linked: through }] as const],
    ),
  ).values(),
];

/**
 * Returns the view after a change. Other cases are not looked at again: what depends on them is listed as unknown until
 * the case is fetched anew.
 */
export function viewAfter(
  { state, record, deadlines }: Change,
  { procedure, facts }: OpenedCase,
  { advice }: Pick<Accepted, 'advice'>,
  actors: readonly Actor[],
  doneLate: readonly Deadline[] = [],
): View {
  const { cause: _, ...present } = facts;
  const later = {
    ...present,
    deadlines: state.deadlines,
    desk: state.desk,
    stood: state.snapshot.stood ?? [],
    seq: record.seq + 1,
  };
  const seenBy = actors.filter((actor) => maySee(procedure, state.audience, facts.unit, actor));
  const each = seenBy.map((actor) => ({ actor, actions: explain(procedure, state, { ...later, actor }) }));
  return {
    procedure,
    state,
    facts: later,
    record,
    actions: mergedActions(each),
    awaited: null,
    doneLate: doneLateOf([...deadlines, ...doneLate]),
    advice,
    seenBy,
  };
}
