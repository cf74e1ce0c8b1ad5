import type { CaseState } from '../case/case.js';
import { namedOn } from '../case/desk.js';
import type { Actor } from '../case/facts.js';
import type { Procedure } from '../law/procedure.js';
import type { Excerpt } from '../law/shown.js';

/**
 * Returns what these people read of a case together: a person, and whom they stand in for. Null: everything. Whoever was
 * asked, charged or informed by an office reads what that office reads, because it wanted them to.
 */
export function excerptFor(
  procedure: Procedure,
  { snapshot: { context }, desk }: Pick<CaseState, 'snapshot' | 'desk'>,
  actors: readonly Actor[],
): Excerpt | null {
  const reader = new Set(actors.flatMap(({ principals }) => principals));
  if (namedOn(desk).some((principal) => reader.has(principal))) return null;
  return procedure.shown?.(context, reader) ?? null;
}
