import type { Procedure } from '#machines/kit/law/procedure.js';
import {
  asksFor,
  byId,
  isWithin,
  named,
  stagesOf,
  unitNamed,
  type Counted,
  type Frame,
  type Named,
  type NamedProcedure,
  type NamedStage,
} from './frame.js';
import { percentOf } from './quantiles.js';

export interface Returned {
  /** Decisions at steps that can send the paper back. */
  decisions: number;
  returns: number;
  returnPercent: number | null;
}

export interface OfficeReturned extends Returned {
  unit: Named;
}

export interface StageReturned extends Returned {
  procedure: NamedProcedure;
  stage: NamedStage;
}

export interface Returns {
  total: Returned;
  byOffice: OfficeReturned[];
  byStage: StageReturned[];
}

type Count = Omit<Returned, 'returnPercent'>;
const none = (): Count => ({ decisions: 0, returns: 0 });
const rated = (count: Count): Returned => ({ ...count, returnPercent: percentOf(count.returns, count.decisions) });

/** Counts how many reviews end with the paper sent back. */
export class ReturnCounts {
  private readonly total = none();
  private readonly offices = new Map<string, Count>();
  private readonly stages = new Map<Procedure, Map<string | null, Count>>();

  constructor(private readonly frame: Frame) {}

  add({ procedure, course }: Counted): void {
    for (const { on, office, stage, returned } of course.decisions) {
      if (!isWithin(this.frame, on) || !asksFor(this.frame, stage)) continue;
      const stages = this.stages.get(procedure) ?? new Map<string | null, Count>();
      this.stages.set(procedure, stages);
      for (const count of [this.total, of(stages, stage), ...(office === null ? [] : [of(this.offices, office)])]) {
        count.decisions++;
        if (returned) count.returns++;
      }
    }
  }

  returns(): Returns {
    return {
      total: rated(this.total),
      byOffice: [...this.offices]
        .map(([id, count]): OfficeReturned => ({ unit: unitNamed(this.frame, id), ...rated(count) }))
        .sort(byId),
      byStage: [...this.stages].flatMap(([procedure, counts]) =>
        stagesOf(procedure)
          .filter(({ id }) => counts.has(id))
          .map((stage): StageReturned => ({ procedure: named(procedure), stage, ...rated(counts.get(stage.id)!) })),
      ),
    };
  }
}

function of<Key>(counts: Map<Key, Count>, key: Key): Count {
  const known = counts.get(key) ?? none();
  counts.set(key, known);
  return known;
}
