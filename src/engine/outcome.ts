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
  /** The actor is no substitute of the person they name. */
  | { kind: 'no-substitute' }
  | Exclude<Decision, Accepted>;

/**
 * Turns an outcome into the answer. It is called inside the transaction, so that a repeated request gets the same one.
 */
export type Render = (outcome: Outcome) => Answer;

/** How a request ended, and what it has changed. Listeners are told of the change after the commit. */
export interface Ended {
  answer: Answer;
  change: Change | null;
}

/** Returns the key of a request with a fingerprint of what it asks. Null for one without a key. */
export const keyedBy = (actorId: string, key: string | undefined, request: unknown): KeyedRequest | null =>
  key === undefined ? null : { actorId, key, request: fingerprint(request) };

export const unchanged = <T>(result: T): Verdict<T> => ({ change: null, answer: null, result });

/** Answers without a change. Nothing is kept under the request's key. */
export const answered = (answer: Answer): Verdict<Ended> => unchanged({ answer, change: null });

/** Answers without a change, and keeps the answer: a repeated request with the same key gets the same. */
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

/** Returns the answer to a request that repeats a key, with the same content or another. Null for a first request. */
export function repeated(earlier: Answered | null, keyed: KeyedRequest | null, render: Render): Verdict<Ended> | null {
  const kept = keptAnswer(earlier, keyed);
  if (!kept) return null;
  return answered(kept.request === keyed?.request ? kept.answer : render({ kind: 'key-reused' }));
}
