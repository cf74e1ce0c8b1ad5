import type { Procedure } from '../law/procedure.js';
import { messageOf, type Rule, type Seen, type Situation, type Verdict } from '../law/rule.js';
import { lawsOf } from '../read/describe.js';
import type { ClauseId } from '../words/clause.js';
import { CREATION, situationOf, type Evidence, type Example, type Ground } from './example.js';

/** A rule where it is used. One object may stand at several events, and one id may stand for several objects. */
export interface Use {
  on: string;
  rule: Rule<unknown, unknown>;
}

/** Returns every rule object of a procedure, once for each event at which it is judged. */
export function usesOf(procedure: Procedure): Use[] {
  const events = new Map<Use['rule'], Set<string>>();
  const note = (on: string) => (rule: Use['rule']) => events.set(rule, (events.get(rule) ?? new Set()).add(on));
  procedure.creation.rules.forEach(note(CREATION));
  for (const { event, law } of lawsOf(procedure)) law.rules.forEach(note(event));
  for (const [type, act] of Object.entries(procedure.acts)) act.rules.forEach(note(type));
  return [...events].flatMap(([rule, ons]) => [...ons].map((on) => ({ on, rule })));
}

/** One thing that must be so, by name. It returns what is wrong. */
export interface Check {
  name: string;
  problems: () => string[];
}

/**
 * Returns everything that proves the rules of a procedure. `all` are the procedures of that name, older versions
 * included: an example may be for a rule that only cases of an older version meet.
 */
export function checksOf(
  all: readonly Procedure[],
  evidence: Evidence | undefined,
  clauses: readonly ClauseId[],
): Check[] {
  const uses = all.flatMap(usesOf);
  const examples = evidence?.examples ?? [];
  return [
    {
      name: 'every rule has examples on both sides, at every event where it is judged',
      problems: () => unproven(uses, examples),
    },
    {
      name: 'no example is for what there is not, and no two bear one name',
      problems: () => misplaced(uses, examples),
    },
    {
      name: 'every rule is written as a rule is',
      problems: () => [...new Set(uses.map((use) => use.rule))].flatMap((rule) => flaws(rule, clauses)),
    },
    ...(evidence ? examples.map((example) => checkOf(example, uses, evidence)) : []),
  ];
}

const checkOf = (example: Example, uses: readonly Use[], evidence: Evidence): Check => ({
  name: [example.rule, ...(example.on ?? []), example.name].join(' '),
  problems: () => problemsOf(example, uses, evidence),
});

function flaws(
  { id, clause, holds, remedy, about, weight = 'must' }: Use['rule'],
  clauses: readonly ClauseId[],
): string[] {
  return [
    ...(/^[a-z][A-Za-z]*(\.[A-Za-z0-9]+(-[A-Za-z0-9]+)*)+$/.test(id) ? [] : [`‘${id}’ is no id`]),
    ...(clauses.includes(clause) ? [] : [`${id}: there is no clause ‘${clause}’`]),
    ...(['case', 'event'].includes(about) ? [] : [`${id}: ‘${about}’ is nothing a rule is about`]),
    ...(['must', 'principle', 'advice'].includes(weight) ? [] : [`${id}: ‘${weight}’ is no weight`]),
    ...sentenceProblems(`statement of ${id}`, holds),
    ...sentenceProblems(`remedy of ${id}`, remedy),
  ];
}

export const fits = (example: Example, { on, rule }: Use): boolean =>
  example.rule === rule.id && (example.on === null || example.on.includes(on));

/** Returns the uses that lack an example that holds or one that fails. */
export function unproven(uses: readonly Use[], examples: readonly Example[]): string[] {
  return [
    ...new Set(
      uses.flatMap((use) => {
        const own = examples.filter((example) => fits(example, use));
        return [true, false]
          .filter((holds) => !own.some((e) => e.holds === holds))
          .map((holds) => `${use.rule.id} at ${use.on}: no example that ${holds ? 'passes' : 'fails'}`);
      }),
    ),
  ];
}

/**
 * Returns the examples of rules that do not exist, or not at that event, and the names that no official can read or
 * that two examples of one rule share.
 */
export function misplaced(uses: readonly Use[], examples: readonly Example[]): string[] {
  return examples.flatMap((example, i) => [
    ...(example.on ?? [undefined])
      .filter((on) => !uses.some((use) => use.rule.id === example.rule && (on === undefined || use.on === on)))
      .map(
        (on) =>
          `${example.rule}${on === undefined ? '' : ` at ${on}`}: there is no such rule, but an example 「${example.name}」`,
      ),
    ...(/\p{Script=Han}/u.test(example.name)
      ? sentenceProblems('name', example.name)
      : [`${example.rule}: 「${example.name}」 is not Chinese`]),
    ...(examples.findIndex((other) => other.rule === example.rule && other.name === example.name) === i
      ? []
      : [`${example.rule}: two examples 「${example.name}」`]),
  ]);
}

/** Returns what is wrong with an example. Every rule object it is an example of judges it. */
export function problemsOf(example: Example, uses: readonly Use[], { ground }: Evidence): string[] {
  const rules = new Set(uses.filter((use) => fits(example, use)).map((use) => use.rule));
  return [...rules].flatMap((rule) => problemsWith(rule, example, ground));
}

function problemsWith(rule: Rule<unknown, unknown>, example: Example, ground: Ground<unknown>): string[] {
  const situation = situationOf(ground, example);
  const verdict = rule.judge(situation);
  if (verdict.holds !== example.holds)
    return [`「${example.name}」 ${verdict.holds ? 'passes' : 'fails'}: ${JSON.stringify(verdict)}`];
  return [
    ...(example.seen && !sameSeen(example.seen, verdict.seen)
      ? [`saw ${JSON.stringify(verdict.seen)} instead of ${JSON.stringify(example.seen)}`]
      : []),
    ...(verdict.earliest === example.earliest
      ? []
      : [`holds from ${String(verdict.earliest)} on, not ${String(example.earliest)}`]),
    ...blanks(verdict.seen),
    ...(verdict.holds ? [] : refusalProblems(rule, verdict, example)),
    ...beforeTheForm(rule, situation),
    ...lookProblems(rule, situation, example),
  ];
}

/**
 * Checks that a rule has asked to see every other case it reads, and that its answer is "not known" until those were
 * looked for.
 */
function lookProblems(
  rule: Rule<unknown, unknown>,
  situation: Situation<unknown, unknown>,
  example: Example,
): string[] {
  const { facts, context, data } = situation;
  const wants = (form: unknown) =>
    rule.looks?.({ context, data: form, unit: facts.unit, caseId: facts.caseId, directory: facts.directory }) ?? [];
  const looks = wants(data);
  const read = new Set<string>();
  const watched = new Proxy(facts.related, {
    get: (related, key) => (read.add(String(key)), Reflect.get(related, key) as unknown),
  });
  rule.judge({ ...situation, facts: { ...facts, related: watched } });
  const blind = rule.judge({ ...situation, facts: { ...facts, related: {} } });
  return [
    ...[...read]
      .filter((as) => !looks.some((look) => look.as === as))
      .map((as) => `reads other cases as ‘${as}’, for which it does not look`),
    ...(wants(undefined).every((look) => typeof look.as === 'string')
      ? []
      : ['looks for nothing that has a name before the form is filled in']),
    ...(read.size > 0 && !blind.unknown ? ['answers although nobody has looked for the other cases'] : []),
    ...(example.looks && JSON.stringify(example.looks) !== JSON.stringify(looks)
      ? [`looks for ${JSON.stringify(looks)}`]
      : []),
  ];
}

const sameSeen = (expected: Seen, actual: Seen): boolean => {
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...keys].every((key) => expected[key] === actual[key]);
};

/** Finds missing values in what a refusal shows or history keeps. */
const blanks = (seen: Seen): string[] =>
  Object.entries(seen)
    .filter(([label, value]) => label === '' || value === undefined || value === '' || Number.isNaN(value))
    .map(([label]) => `shows nothing under ‘${label}’`);

function refusalProblems(rule: Rule<unknown, unknown>, verdict: Verdict, example: Example): string[] {
  const read = new Set<string>();
  const watched = new Proxy(verdict.seen, {
    get: (seen, key) => (read.add(String(key)), Reflect.get(seen, key) as unknown),
  });
  const message = messageOf(rule, watched as Seen);
  return [
    ...[...read]
      .filter((key) => !Object.hasOwn(verdict.seen, key))
      .map((key) => `its message reads ‘${key}’, which the rule does not show`),
    ...sentenceProblems('message', message),
    ...example.says.filter((part) => !message.includes(part)).map((part) => `「${message}」 does not say 「${part}」`),
  ];
}

/** Checks a sentence for an official: no trace of a missing value, Chinese punctuation, and no loose end. */
export function sentenceProblems(what: string, text: string): string[] {
  return [
    ...(/undefined|null|NaN|\[object|Invalid|Infinity/.test(text)
      ? [`the ${what} 「${text}」 shows a missing value`]
      : []),
    ...(/[\p{Script=Han}][,;:?!]|[,;:?!][\p{Script=Han}]/u.test(text)
      ? [`the ${what} 「${text}」 has a half-width mark`]
      : []),
    ...(/[\p{Script=Han}\w)”」》%]$/u.test(text) ? [] : [`the ${what} 「${text}」 does not end`]),
    ...(/^[\p{Script=Han}\w“「《]/u.test(text) ? [] : [`the ${what} 「${text}」 does not begin`]),
  ];
}

/**
 * Checks a rule without a form. A rule about the case also greys out a button before there is any form, and every rule
 * says what it would look at: neither may need the form.
 */
function beforeTheForm(rule: Rule<unknown, unknown>, { context, facts }: Situation<unknown, unknown>): string[] {
  try {
    const looks =
      rule.looks?.({ context, data: undefined, unit: facts.unit, caseId: facts.caseId, directory: facts.directory }) ??
      [];
    if (rule.about === 'case') rule.judge({ context, facts, data: undefined });
    return looks
      .filter((look) => !look.as)
      .map((look) => `looks for ${JSON.stringify(look)} before the form is filled in`);
  } catch (error) {
    return [`is asked before the form is filled in and can't say: ${String(error)}`];
  }
}
