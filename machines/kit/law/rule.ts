import type { Facts } from '../case/facts.js';
import type { Look } from '../case/relation.js';
import type { Citing, ClauseId } from '../words/clause.js';
import type { IsoDate } from '../words/dates.js';
import type { CaseUnit } from '../words/party.js';
import type { Cure } from './cure.js';

/** What a rule looked at, as an official would name it. A refusal shows it; an acceptance writes it down. */
export type Seen = Readonly<Record<string, string | number | boolean | null>>;

export interface Situation<Context, Data> {
  context: Context;
  data: Data;
  facts: Facts;
}

export interface Verdict {
  holds: boolean;
  seen: Seen;
  /** The first day on which time alone makes it hold. */
  earliest?: IsoDate;
  /** The answer is not known yet: the rule depends on something that was not looked at. This is not a "no". */
  unknown?: true;
}

export const yes = (seen: Seen = {}): Verdict => ({ holds: true, seen });
export const no = (seen: Seen = {}, earliest?: IsoDate): Verdict =>
  earliest ? { holds: false, seen, earliest } : { holds: false, seen };
export const unknown = (seen: Seen = {}): Verdict => ({ holds: false, seen, unknown: true });
export const verdict = (holds: boolean, seen: Seen = {}): Verdict => ({ holds, seen });

export interface Rule<Context, Data, Clause extends ClauseId = ClauseId> {
  /** `subject.statement`, stable: users and tests cite it. */
  id: string;
  clause: Clause;
  /** The statement that must be true. */
  holds: string;
  /** What an official reads when the statement is not true. */
  says: string | ((seen: Seen) => string);
  /** What would cure the refusal. */
  remedy: string;
  /** What the remedy names; any one of them is enough. */
  curedBy: readonly Cure[];
  /**
   * `must` (default): refuses, and nobody can lift it (不得、必备、未经…不予). `principle`: refuses unless an exception was
   * granted with reason and document (原则上、一般). `advice`: never refuses; it is shown and written down.
   */
  weight?: 'must' | 'principle' | 'advice';
  /** `case`: can be judged before the event's form is filled in. `event`: can be judged only with the event's data. */
  about: 'case' | 'event';
  /** Returns the other cases it wants to see. `data` is missing before the form is filled in. */
  looks?(at: {
    context: Context;
    data: Data | undefined;
    unit: CaseUnit;
    caseId: string;
    directory: Facts['directory'];
  }): readonly Look[];
  judge(situation: Situation<Context, Data>): Verdict;
}

/**
 * Builds a rule as one documented object. Methods are bivariant, so a rule over less data fits wherever more is at
 * hand.
 */
export function rule<Context, Data = unknown>(definition: Rule<Context, Data>): Rule<Context, Data> {
  return definition;
}

/** Returns what an official reads of a rule that does not hold. */
export const messageOf = ({ says }: Pick<Rule<unknown, unknown>, 'says'>, seen: Seen): string =>
  typeof says === 'string' ? says : says(seen);

/** Returns `rule` for one regulation: a clause that the regulation does not have does not compile. */
export const ruleOf =
  <Clause extends ClauseId>() =>
  <Context, Data = unknown>(definition: Rule<Context, Data, Clause>): Rule<Context, Data, Clause> =>
    definition;

export interface Refusal {
  rule: string;
  /** The regulation whose clause it is. */
  regulation: string;
  clause: ClauseId;
  cite: string;
  message: string;
  facts: Seen;
  remedy: string;
  curedBy: readonly Cure[];
  weight: 'must' | 'principle' | 'advice';
  earliest?: IsoDate;
}

export function refusal(rule: Rule<unknown, unknown>, { seen, earliest }: Verdict, regulation: Citing): Refusal {
  const { id, clause, remedy, curedBy, weight = 'must' } = rule;
  return {
    rule: id,
    regulation: regulation.id,
    clause,
    cite: regulation.cite(clause),
    message: messageOf(rule, seen),
    facts: seen,
    remedy: weight === 'principle' ? `${remedy}；确有特殊情况的，可由审批部门凭文件批准例外` : remedy,
    curedBy,
    weight,
    ...(earliest ? { earliest } : {}),
  };
}

/** A rule whose answer is not known yet: the form is not filled in, or something was not looked at. */
export interface Outlook {
  rule: string;
  regulation: string;
  clause: ClauseId;
  cite: string;
  /** What must be true. */
  holds: string;
}

export const outlook = ({ id, clause, holds }: Rule<unknown, unknown>, regulation: Citing): Outlook => ({
  rule: id,
  regulation: regulation.id,
  clause,
  cite: regulation.cite(clause),
  holds,
});
