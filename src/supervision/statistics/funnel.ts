import type { Procedure } from '#machines/kit/law/procedure.js';
import { asksFor, isWithin, named, type Counted, type Frame, type NamedProcedure, type NamedStage } from './frame.js';

export interface FunnelRow {
  procedure: NamedProcedure;
  /** The number of cases begun in the period. */
  begun: number;
  /** How many of them have come at least as far as each stage, as of today. */
  stages: { stage: NamedStage; reached: number }[];
  closed: number;
  terminated: number;
  open: number;
}

/** Counts how far the cases of a period have come. */
export class Funnel {
  private readonly known = new Map<Procedure, { furthest: number[]; closed: number; terminated: number }>();

  constructor(private readonly frame: Frame) {}

  add({ case: { begunOn }, procedure, course: { passages, status } }: Counted): void {
    if (!isWithin(this.frame, begunOn)) return;
    const count = this.known.get(procedure) ?? { furthest: [], closed: 0, terminated: 0 };
    this.known.set(procedure, count);
    count.furthest.push(
      Math.max(...passages.map(({ stage }) => procedure.stages.findIndex(({ id }) => id === stage)), -1),
    );
    if (status === 'closed' || status === 'terminated') count[status]++;
  }

  rows(): FunnelRow[] {
    return [...this.known].map(([procedure, { furthest, closed, terminated }]) => ({
      procedure: named(procedure),
      begun: furthest.length,
      stages: procedure.stages
        .map((stage, i) => ({ stage: { ...stage }, reached: furthest.filter((f) => f >= i).length }))
        .filter(({ stage: { id } }) => asksFor(this.frame, id)),
      closed,
      terminated,
      open: furthest.length - closed - terminated,
    }));
  }
}
