import type { IsoDate } from '#machines/kit/dates.js';
import type { Step as StoryStep } from '#machines/kit/testing/story.js';

/** A line of a story, for a day. */
export type Step = StoryStep & { on: IsoDate };

/** One project of the demonstration: who declares what, and what is done about it, day by day. */
export interface Project {
  unit: string;
  declaration: Record<string, unknown> & { title: string };
  /** Tried before it is registered, and refused. */
  attempts?: readonly Attempt[];
  steps: readonly Step[];
}

export interface Attempt {
  by: string;
  declaration: unknown;
  clause: string;
}

/** A step on the agenda: `create` registers a case, everything else happens to it. */
export interface Entry extends Step {
  project: number;
  step: number;
  create?: unknown;
}

/** The last day of the demonstration. */
export const END = '2029-01-05';
const SPAN_YEARS = 4;

/** All steps of all projects, in order of date; what happens on one day keeps the order in which it was written. */
export function agendaOf(projects: readonly Project[]): Entry[] {
  return projects
    .flatMap((p, project) => [...registration(p), ...p.steps].map((step, i): Entry => ({ ...step, project, step: i })))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.project - b.project));
}

/** On the day of its first step. */
function registration({ unit, declaration, attempts = [], steps }: Project): (Step & { create: unknown })[] {
  const on = steps.map((s) => s.on).sort()[0]!;
  return [...attempts.map((a) => ({ on, by: a.by, create: a.declaration, clause: a.clause })), { on, by: unit, create: declaration }];
}

/**
 * The same projects some years later, for a server whose clock has gone past the first of them. By fours, so that 29 February
 * stays a day.
 */
export function yearsLater<T>(value: T, years: number): T {
  if (years === 0) return value;
  const later = (text: string): string => String(Number(text) + years);
  const moved = JSON.stringify(value)
    .replace(/\b20\d\d(?=-\d\d-\d\d)/g, later)
    .replace(/(?<=〔)20\d\d(?=〕)/g, later)
    .replace(/(?<="planYear":)20\d\d/g, later);
  return JSON.parse(moved) as T;
}

/** How many years later the demonstration has to be for a server that stands at `today`. */
export function yearsBehind(first: IsoDate, today: IsoDate): number {
  let years = 0;
  while (yearsLater(first, years) < today) years += SPAN_YEARS;
  return years;
}
