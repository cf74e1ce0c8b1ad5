import type { Procedure } from '#machines/kit/law/procedure.js';
import type { CountedDuty } from '../../persistence/stores/statistics.store.js';
import { holdersIn } from '../holders.js';
import {
  asksFor,
  byId,
  isWithin,
  named,
  unitNamed,
  type Counted,
  type Frame,
  type Named,
  type NamedProcedure,
} from './frame.js';
import { percentOf } from './quantiles.js';

export interface OnTime {
  onTime: number;
  late: number;
  /** Not done, and late today. */
  openLate: number;
  onTimePercent: number | null;
}

export interface DeadlineOnTime extends OnTime {
  procedure: NamedProcedure;
  deadline: { name: string; label: string };
}

export interface UnitOnTime extends OnTime {
  unit: Named;
}

export interface Duties {
  total: OnTime;
  byDeadline: DeadlineOnTime[];
  byUnit: UnitOnTime[];
}

type Count = Record<CountedDuty['outcome'], number>;
const none = (): Count => ({ onTime: 0, late: 0, openLate: 0 });
const rated = (count: Count): OnTime => ({
  ...count,
  onTimePercent: percentOf(count.onTime, count.onTime + count.late + count.openLate),
});

/** Counts how many duties are done by their day. */
export class OnTimeCounts {
  private readonly total = none();
  private readonly deadlines = new Map<Procedure, Map<string, Count>>();
  private readonly units = new Map<string, Count>();
  private readonly holders: ReturnType<typeof holdersIn>;

  constructor(private readonly frame: Frame) {
    this.holders = holdersIn(frame.directory);
  }

  add({ procedure, course, duties }: Counted): void {
    for (const { name, seq, outcome, on, owedBy } of duties) {
      if (!isWithin(this.frame, on) || !asksFor(this.frame, course.stageAfter(seq))) continue;
      const names = this.deadlines.get(procedure) ?? new Map<string, Count>();
      this.deadlines.set(procedure, names);
      // A duty that several units owe counts for each of them, and once in the total.
      const owing = new Set(owedBy.flatMap((principal) => this.holders(principal)));
      for (const count of [this.total, of(names, name), ...[...owing].map((unit) => of(this.units, unit))])
        count[outcome]++;
    }
  }

  duties(): Duties {
    return {
      total: rated(this.total),
      byDeadline: [...this.deadlines].flatMap(([procedure, names]) =>
        Object.entries(procedure.deadlines)
          .filter(([name]) => names.has(name))
          .map(([name, { label }]): DeadlineOnTime => ({
            procedure: named(procedure),
            deadline: { name, label },
            ...rated(names.get(name)!),
          })),
      ),
      byUnit: [...this.units]
        .map(([id, count]): UnitOnTime => ({ unit: unitNamed(this.frame, id), ...rated(count) }))
        .sort(byId),
    };
  }
}

function of(counts: Map<string, Count>, key: string): Count {
  const known = counts.get(key) ?? none();
  counts.set(key, known);
  return known;
}
