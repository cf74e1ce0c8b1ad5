import type { CaseState } from '../case/case.js';
import type { Procedure } from '../law/procedure.js';

/** Returns the lists a case is on. An ended case is on none. */
export function listsOf({ lists }: Procedure, { position, snapshot }: CaseState): string[] {
  if (position.status === 'closed' || position.status === 'terminated') return [];
  return Object.entries(lists).flatMap(([id, list]) =>
    list.holds({ context: snapshot.context, position }) ? [id] : [],
  );
}
