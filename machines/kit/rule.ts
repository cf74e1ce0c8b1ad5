import type { ClauseId } from './clause.js';
import { cite } from './clause.js';
import type { IsoDate } from './dates.js';
import type { Facts } from './facts.js';

/** What a rule looked at, as an official would name it: shown with a refusal, written down with an acceptance. */
export type Seen = Readonly<Record<string, string | number | boolean | null>>;

export interface Situation<Context, Data> {
  context: Context;
  data: Data;
  facts: Facts;
}

export interface Verdict {
  holds: boolean;
  seen: Seen;
  /** The first day on which time alone will make it hold. */
  earliest?: IsoDate;
}

export const yes = (seen: Seen = {}): Verdict => ({ holds: true, seen });
export const no = (seen: Seen = {}, earliest?: IsoDate): Verdict => (earliest ? { holds: false, seen, earliest } : { holds: false, seen });
export const verdict = (holds: boolean, seen: Seen = {}): Verdict => ({ holds, seen });

export interface Rule<Context, Data> {
  /** `subject.statement`, stable: users and tests cite it. */
  id: string;
  clause: ClauseId;
  /** The statement that must be true. */
  holds: string;
  /** What an official reads when it is not. */
  says: string | ((seen: Seen) => string);
  /** What would cure it. */
  remedy: string;
  /** `case`: can be judged before the event's form is filled in. `event`: only with its data. */
  about: 'case' | 'event';
  judge(situation: Situation<Context, Data>): Verdict;
}

/** A rule as one documented object. Methods are bivariant, so a rule over less data fits wherever more is at hand. */
export function rule<Context, Data = unknown>(definition: Rule<Context, Data>): Rule<Context, Data> {
  return definition;
}

export interface Refusal {
  rule: string;
  clause: ClauseId;
  cite: string;
  message: string;
  facts: Seen;
  remedy: string;
  earliest?: IsoDate;
}

export function refusal(rule: Rule<never, never>, { seen, earliest }: Verdict): Refusal {
  const { id, clause, says, remedy } = rule;
  return {
    rule: id,
    clause,
    cite: cite(clause),
    message: typeof says === 'string' ? says : says(seen),
    facts: seen,
    remedy,
    ...(earliest ? { earliest } : {}),
  };
}
