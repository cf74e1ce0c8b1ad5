import { excerptFor } from '#machines/kit/read/excerpt.js';
import type { HistoryRow } from '../engine/ports.js';
import type { View } from '../engine/view.js';

/** A line of history as somebody reads it. */
export interface ReadRow extends HistoryRow {
  /** The reader learns that it happened, and nothing of what it said. */
  withheld?: true;
}

/** Returns the history of a case as far as this person reads it. The chain can be followed, whatever is withheld. */
export function historyFor({ procedure, state, seenBy }: View, rows: readonly HistoryRow[]): readonly ReadRow[] {
  const excerpt = excerptFor(procedure, state, seenBy);
  if (!excerpt) return rows;
  return rows.map((row) => {
    const data = excerpt.data(row.type, row.data);
    if (data === row.data) return row;
    const { looked: _, cause: __, ...rest } = row;
    return { ...rest, data: data ?? {}, judged: [], withheld: true };
  });
}
