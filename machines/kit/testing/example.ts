import { EMPTY_DESK } from '../case/desk.js';
import type { Actor, Facts } from '../case/facts.js';
import type { Deadline } from '../case/occurrence.js';
import type { Look } from '../case/relation.js';
import type { Rule, Seen, Situation } from '../law/rule.js';
import { Calendar } from '../words/calendar.js';
import { at, type IsoDate } from '../words/dates.js';
import { Parameters, type Parameter } from '../words/parameters.js';
import type { CaseUnit } from '../words/party.js';
import { directoryOf, type World } from './docket.js';

/** The step that brings a case into being has no event. The examples of its rules use this name. */
export const CREATION = 'creation';

export type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

/** The facts of an example, as far as they differ from its ground. */
export type GivenFacts = Partial<Omit<Facts, 'documents' | 'deadlines' | 'parameters' | 'unit' | 'actor'>> & {
  /** The kinds of the documents, uploaded today unless another day is given. */
  documents?: readonly (string | { kind: string; uploadedOn: IsoDate })[];
  deadlines?: readonly (Partial<Deadline> & { name: string })[];
  /** Other values of parameters, in force from the beginning. */
  parameters?: Readonly<Record<string, number>>;
  unit?: Partial<CaseUnit>;
  actor?: Partial<Actor>;
};

/** A situation, as far as it differs from the ground. What is not given is as usual. */
export interface Given<Context, Data> {
  context?: DeepPartial<Context> | ((usual: Context) => Context);
  data?: Data;
  facts?: GivenFacts;
  /** Everything the rule looked at, in the words of an official. */
  seen?: Seen;
  /** The other cases the rule must ask to see. */
  looks?: readonly Look[];
}

/** One example as it is written beside the rules. Its name, in Chinese, is the sentence it proves. */
export type Case<Context, Data> = Given<Context, Data> &
  (
    | { passes: string }
    | {
        fails: string;
        /** What the refusal must say. */
        says?: string | readonly string[];
        /** The first day on which time alone cures it. */
        earliest?: IsoDate;
      }
  );

// The collected examples of all rules share only their form.
export interface Example<Context = unknown, Data = unknown> extends Given<Context, Data> {
  name: string;
  /** The id of the rule that it is an example of. */
  rule: string;
  /** The events whose use of the rule it tries. Null if it holds for every use of the rule. */
  on: readonly string[] | null;
  holds: boolean;
  says: readonly string[];
  earliest?: IsoDate;
}

/** What the examples of a procedure share: a case with nothing wrong, in a world with nothing special. */
export interface Ground<Context> {
  context: Context;
  facts: Omit<Facts, 'parameters'>;
  parameters: readonly Parameter[];
}

/** Returns the ground for examples about this context: an ordinary day, in the world of the stories. */
export function groundOf<Context>(
  context: Context,
  world: World,
  { today, by, unit }: { today: IsoDate; by: string; unit: CaseUnit },
): Ground<Context> {
  const actor = world.actors[by];
  if (!actor) throw new Error(`nobody is called ${by}`);
  return {
    context,
    facts: {
      now: at(today, 9),
      today,
      regulation: world.regulation,
      calendar: new Calendar(world.calendarYears),
      directory: directoryOf(world),
      actor,
      unit,
      caseId: '',
      number: '',
      documents: [],
      deadlines: [],
      desk: EMPTY_DESK,
      related: {},
      stood: [],
      seq: 1,
    },
    parameters: world.parameters,
  };
}

/** The examples of a procedure, with their ground. */
export interface Evidence<Context = unknown> {
  ground: Ground<Context>;
  examples: readonly Example<Context>[];
}

/** Names a rule by itself, so that the compiler knows what data it reads, or by its id where it is made on the spot. */
type Proves<Context, First extends unknown[]> = {
  <Data>(...given: [...First, rule: Rule<Context, Data>, ...cases: Case<Context, NoInfer<Data>>[]]): Example<Context>[];
  (...given: [...First, rule: string, ...cases: Case<Context, unknown>[]]): Example<Context>[];
};

/** Returns the two ways of writing examples for the rules of a procedure with this context. */
export function proofs<Context>() {
  const examples = (
    on: readonly string[] | null,
    rule: Rule<Context, unknown> | string,
    cases: readonly Case<Context, unknown>[],
  ): Example<Context>[] =>
    cases.map((one) => {
      const { context, data, facts, seen, looks } = one;
      const failing = 'fails' in one;
      return {
        rule: typeof rule === 'string' ? rule : rule.id,
        on,
        context,
        data,
        facts,
        seen,
        looks,
        name: failing ? one.fails : one.passes,
        holds: !failing,
        says: failing ? [one.says ?? []].flat() : [],
        ...(failing && one.earliest ? { earliest: one.earliest } : {}),
      };
    });
  const proves: Proves<Context, []> = (rule: Rule<Context, unknown> | string, ...cases: Case<Context, unknown>[]) =>
    examples(null, rule, cases);
  const provesAt: Proves<Context, [on: string | readonly string[]]> = (
    on: string | readonly string[],
    rule: Rule<Context, unknown> | string,
    ...cases: Case<Context, unknown>[]
  ) => examples([on].flat(), rule, cases);
  return {
    /** Writes examples that have the same result wherever the rule is used. */
    proves,
    /** Writes examples for some steps alone: one id may stand for several objects that read different data. */
    provesAt,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Applies a change. Lists and plain values replace the old ones; records are changed field by field. */
function changed<T>(usual: T, change: unknown): T {
  if (!isRecord(usual) || !isRecord(change)) return change as T;
  return {
    ...usual,
    ...Object.fromEntries(Object.entries(change).map(([key, value]) => [key, changed(usual[key], value)])),
  };
}

/** A deadline on which nothing is special. */
export const usualDeadline: Omit<Deadline, 'name'> = {
  id: 'deadline',
  occurrence: 1,
  kind: 'duty',
  openedOn: '2026-01-01',
  startsOn: '2026-01-01',
  dueOn: null,
  provisional: false,
  rule: '',
  status: 'open',
  pauses: [],
  rung: null,
  nextRung: null,
  nextAt: null,
  closedOn: null,
};

/** Returns the whole situation of an example. */
export function situationOf<Context, Data>(
  ground: Ground<Context>,
  { context, data, facts = {}, on }: Example<Context, Data>,
): Situation<Context, Data> {
  const { documents, deadlines, parameters = {}, unit, actor, ...rest } = facts;
  const change = context as DeepPartial<Context> | undefined;
  const own =
    typeof context === 'function'
      ? (context as (usual: Context) => Context)(ground.context)
      : change
        ? changed(ground.context, change)
        : ground.context;
  const lines = ground.parameters.map((line) =>
    line.key in parameters ? { ...line, value: parameters[line.key]! } : line,
  );
  return {
    context: on?.includes(CREATION) ? (undefined as Context) : own,
    data: data as Data,
    facts: {
      ...ground.facts,
      ...rest,
      parameters: new Parameters(lines),
      documents: documents
        ? documents.map((d, i) => ({
            sha256: '',
            uploadedOn: rest.today ?? ground.facts.today,
            ...(typeof d === 'string' ? { id: `${d}-${i}`, kind: d } : { id: `${d.kind}-${i}`, ...d }),
          }))
        : ground.facts.documents,
      deadlines: deadlines ? deadlines.map((d) => ({ ...usualDeadline, ...d })) : ground.facts.deadlines,
      unit: { ...ground.facts.unit, ...unit },
      actor: { ...ground.facts.actor, ...actor },
    },
  };
}
