import { isLate } from '../decide/timekeeping.js';
import type { CaseState } from '../case/case.js';
import type { Deadline } from '../case/occurrence.js';
import type { IsoDate } from '../words/dates.js';

/**
 * Lateness is never erased: what was late before an event is late after it, due on the same day, unless it was done or
 * given up with that event. Returns what an event made late no longer, or null.
 */
export function erasedLateness({ before, accepted: { type, next, changedDeadlines }, facts }: Erasing): string | null {
  for (const was of before?.deadlines ?? []) {
    if (was.kind !== 'duty' || !isLate(was, facts.today)) continue;
    const is = next.deadlines.find((d) => d.id === was.id);
    const closed = changedDeadlines.find((d) => d.id === was.id && d.closedOn !== null);
    if (is ? !isLate(is, facts.today) || is.dueOn !== was.dueOn : closed?.dueOn !== was.dueOn)
      return `${type}: ${was.name} was late since ${was.dueOn}, and ${is ? `is due on ${is.dueOn}, ${is.status}` : 'is gone'}`;
  }
  return null;
}

interface Erasing {
  before: Pick<CaseState, 'deadlines'> | undefined;
  accepted: { type: string; next: Pick<CaseState, 'deadlines'>; changedDeadlines: readonly Deadline[] };
  facts: { today: IsoDate };
}
