import type { Procedure } from '#machines/kit/law/procedure.js';
import {
  asksFor,
  isWithin,
  named,
  stagesOf,
  workingDays,
  type Counted,
  type Frame,
  type NamedProcedure,
  type NamedStage,
} from './frame.js';
import { nearestRank, spreadOf, type Spread } from './quantiles.js';

export interface StageTime extends Spread {
  procedure: NamedProcedure;
  stage: NamedStage;
  /** Stays that ended in the period. A case that comes back stays once more. */
  passed: number;
  /** The cases that are in it today. */
  present: number;
  presentMedianWorkingDays: number | null;
}

/** Measures how long cases stay in each stage. */
export class StageTimes {
  private readonly known = new Map<
    string,
    { procedure: Procedure; times: Map<string | null, { past: number[]; present: number[] }> }
  >();

  constructor(private readonly frame: Frame) {}

  add({ procedure, course }: Counted): void {
    const { times } = this.of(procedure);
    for (const passage of course.passages) {
      const days = workingDays(this.frame, passage, passage.still);
      const time = times.get(passage.stage) ?? { past: [], present: [] };
      times.set(passage.stage, time);
      if (passage.to === null) time.present.push(days);
      else if (isWithin(this.frame, passage.to)) time.past.push(days);
    }
  }

  rows(): StageTime[] {
    return [...this.known.values()].flatMap(({ procedure, times }) =>
      stagesOf(procedure)
        .filter(({ id }) => asksFor(this.frame, id))
        .map((stage): StageTime => {
          const { past, present } = times.get(stage.id) ?? { past: [], present: [] };
          return {
            procedure: named(procedure),
            stage,
            passed: past.length,
            ...spreadOf(past),
            present: present.length,
            presentMedianWorkingDays: nearestRank(present, 50),
          };
        }),
    );
  }

  private of(procedure: Procedure) {
    const known = this.known.get(procedure.id) ?? { procedure, times: new Map() };
    this.known.set(procedure.id, known);
    return known;
  }
}
