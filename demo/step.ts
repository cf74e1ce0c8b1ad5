import type { Step as StoryStep } from '#machines/kit/testing/story.js';
import type { IsoDate } from '#machines/kit/words/dates.js';

/**
 * A line of a story, for a day. Without `send` and `upload` the case only has to be in `state`: another one has moved
 * it.
 */
export type Step = Pick<StoryStep, 'by' | 'upload' | 'send' | 'data' | 'clause' | 'state'> & {
  on: IsoDate;
  /** Returns the data that name other cases, by the names they have here. */
  naming?: (idOf: (name: string) => string) => unknown;
};

/** One case of the demonstration: who begins it with what, and its lines day by day. */
export interface Case {
  procedure: 'project' | 'annual-plan' | 'operation-review';
  name: string;
  by: string;
  data: Record<string, unknown>;
  /** The part of its data that names other cases. */
  naming?: Step['naming'];
  /** The day on which it is begun. By default that of its first step. */
  on?: IsoDate;
  /** Attempts before it is begun, all of them refused. */
  attempts?: readonly Attempt[];
  steps: readonly Step[];
}

export interface Attempt {
  by: string;
  data: unknown;
  clause: string;
}

/** A step on the agenda. `create` begins a case; every other step happens to it. */
export interface Entry extends Step {
  /** The index of the case, and of its step. */
  of: number;
  step: number;
  create?: unknown;
}

/** The last day of the demonstration. */
export const END = '2029-01-05';
const SPAN_YEARS = 4;

/** Returns all steps of all cases, in order of date. Steps of one day keep the order in which they were written. */
export function agendaOf(cases: readonly Case[]): Entry[] {
  return cases
    .flatMap((one, of) => [...registration(one), ...one.steps].map((step, i): Entry => ({ ...step, of, step: i })))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.of - b.of));
}

function registration({ by, data, naming, attempts = [], on, steps }: Case): (Step & { create: unknown })[] {
  const day = on ?? steps.map((s) => s.on).sort()[0]!;
  return [
    ...attempts.map((a) => ({ on: day, by: a.by, create: a.data, clause: a.clause })),
    { on: day, by, create: data, ...(naming ? { naming } : {}) },
  ];
}

/** Returns the years for which a plan is begun. */
export const planYears = (cases: readonly Case[]): number[] =>
  cases.filter((c) => c.procedure === 'annual-plan').map((c) => c.data.year as number);

/**
 * Moves a value some years later, by fours, so that 29 February stays a day. What is no JSON, such as `naming`, has no
 * year in it and stays.
 */
export function yearsLater<T>(value: T, years: number): T {
  if (years === 0) return value;
  const later = (text: string): string => String(Number(text) + years);
  const moved = JSON.stringify(value)
    .replace(/\b20\d\d(?=-\d\d-\d\d)/g, later)
    .replace(/(?<=〔)20\d\d(?=〕)/g, later)
    .replace(/(?<="(?:planYear|year)":)20\d\d/g, later);
  return JSON.parse(moved) as T;
}

export const agendaLater = (agenda: readonly Entry[], years: number): Entry[] =>
  agenda.map((entry) => ({ ...yearsLater(entry, years), ...(entry.naming ? { naming: entry.naming } : {}) }));

/**
 * Returns how many years later it must be for a server whose clock stands at `today` and which has plans for the years
 * `taken` already.
 */
export function yearsBehind(
  { first, plans }: { first: IsoDate; plans: readonly number[] },
  { today, taken }: { today: IsoDate; taken: readonly number[] },
): number {
  let years = 0;
  while (yearsLater(first, years) < today || plans.some((year) => taken.includes(year + years))) years += SPAN_YEARS;
  return years;
}

/** A year's plan as its projects know it. */
export interface Plan {
  year: number;
  /** The day on which they apply. */
  applied: IsoDate;
  /** The day on which it is issued. Null for a plan that is still on its way at the end of the demonstration. */
  issued: IsoDate | null;
}
