import type { Deadline } from '#machines/kit/case/occurrence.js';
import { dueBefore, isDue } from '#machines/kit/decide/timekeeping.js';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import type { Answered, CaseRecord, KeyedRequest } from './ports.js';

/**
 * The guards that keep an event from being lost, doubled or overtaken, each by itself: `npm run chaos:sabotage` takes
 * one away at a time and must notice.
 */

/**
 * Tells whether a deadline still has to ring. It is asked under the lock of its case: an alarm may come early, twice,
 * or for what is over.
 */
export const stillDue = (deadline: Deadline | undefined, now: IsoInstant): deadline is Deadline =>
  deadline?.status === 'open' && isDue(deadline, now);

/**
 * Returns the deadlines of a case that must ring before anything else happens to it, earliest first; with `than`,
 * before that one rings. `passedOver`: those on which the law has failed; they must not hold up the case.
 */
export const dueFirst = (
  deadlines: readonly Deadline[],
  now: IsoInstant,
  passedOver: ReadonlySet<string>,
  than?: Deadline,
): string[] =>
  dueBefore(deadlines, now, than)
    .map(({ id }) => id)
    .filter((id) => !passedOver.has(id));

/** Tells whether the case has moved since the person who sends an event has seen it. */
export const isStale = (expectedSeq: number | undefined, { seq }: Pick<CaseRecord, 'seq'>): boolean =>
  expectedSeq !== undefined && expectedSeq !== seq;

/** Returns what was answered under the same key before. Null for a first request, and for one without a key. */
export const keptAnswer = (answered: Answered | null, keyed: KeyedRequest | null): Answered | null =>
  keyed ? answered : null;

/** Returns the hash that the next row of a case's history continues. */
export const hashBefore = ({ lastHash }: Pick<CaseRecord, 'lastHash'>): string => lastHash;
