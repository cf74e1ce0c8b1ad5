import type { Decision } from '#machines/kit/decide/decision.js';
import type { Accepted } from '#machines/kit/decide/settle.js';
import { fingerprint } from './chain.js';
import { keptAnswer } from './guards.js';
import type { Answer, Answered, Change, KeyedRequest, Verdict } from './ports.js';
import type { View } from './view.js';

export type Outcome =
  | { kind: 'accepted'; view: View; created: boolean }
  | { kind: 'stale'; seq: number }
  | { kind: 'key-reused' }
  | { kind: 'not-found' }
  /** They do not stand in for whom they say. */
  | { kind: 'no-substitute' }
  | Exclude<Decision, Accepted>;

/** Turns an outcome into what is sent back; called inside the transaction, so that a repeated request gets the very same. */
export type Render = (outcome: Outcome) => Answer;

/** How a request ended, with what it has changed: whoever has to be told of it is told after the commit. */
export interface Ended {
  answer: Answer;
  change: Change | null;
}

/** The key of a request with a fingerprint of what it asks; null for one without a key. */
export const keyedBy = (actorId: string, key: string | undefined, request: unknown): KeyedRequest | null =>
  key === undefined ? null : { actorId, key, request: fingerprint(request) };

export const unchanged = <T>(result: T): Verdict<T> => ({ change: null, answer: null, result });

/** Nothing changes, and under the request's key nothing is kept. */
export const answered = (answer: Answer): Verdict<Ended> => unchanged({ answer, change: null });

/** Nothing changes, but whoever asks again under the same key gets the same. */
export const refused = (keyed: KeyedRequest | null, answer: Answer): Verdict<Ended> => ({
  change: null,
  answer: keyed ? answer : null,
  result: { answer, change: null },
});

export const changed = (keyed: KeyedRequest | null, answer: Answer, change: Change): Verdict<Ended> => ({
  change,
  answer: keyed ? answer : null,
  result: { answer, change },
});

/** The answer to a request that is repeated under its key, or to another one under the same key; null for a first one. */
export function repeated(earlier: Answered | null, keyed: KeyedRequest | null, render: Render): Verdict<Ended> | null {
  const kept = keptAnswer(earlier, keyed);
  if (!kept) return null;
  return answered(kept.request === keyed?.request ? kept.answer : render({ kind: 'key-reused' }));
}
