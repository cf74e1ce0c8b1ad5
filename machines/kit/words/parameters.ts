import type { IsoDate } from './dates.js';
import type { Period, PeriodUnit } from './period.js';

/** Where a number comes from: the regulation, a neighbour's rule, a general law by analogy, or our own choice. */
export type Grade = 'law' | 'peer' | 'analogy' | 'house';

export interface Parameter {
  key: string;
  label: string;
  value: number;
  unit: PeriodUnit | 'fen' | 'percent' | 'count' | 'hour';
  /** The first day on which this value counts. A later line with the same key replaces it from its own day on. */
  from: IsoDate;
  source: string;
  grade: Grade;
}

/** Dated parameters. Each question names a day. */
export class Parameters {
  private readonly byKey = new Map<string, Parameter[]>();

  /** Of two lines for the same key and day the later one in the list wins, so an administrator's line overrides a default. */
  constructor(lines: readonly Parameter[]) {
    for (const line of lines) {
      const known = this.byKey.get(line.key) ?? [];
      known.push(line);
      known.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
      this.byKey.set(line.key, known);
    }
  }

  /** @throws when no line of that key is in force on `day`. */
  at(key: string, day: IsoDate): Parameter {
    const line = this.byKey
      .get(key)
      ?.filter((p) => p.from <= day)
      .at(-1);
    if (!line) throw new Error(`no parameter ${key} in force on ${day}`);
    return line;
  }

  number(key: string, day: IsoDate): number {
    return this.at(key, day).value;
  }

  /** @throws when the parameter is not a length of time. */
  period(key: string, day: IsoDate): Period {
    const { value, unit } = this.at(key, day);
    if (unit !== 'workingDays' && unit !== 'days' && unit !== 'months')
      throw new Error(`parameter ${key} is not a period`);
    return { n: value, unit };
  }

  /** Returns for each key the first day on which it has a value. */
  firstDays(): IsoDate[] {
    return [...this.byKey.values()].map((lines) => lines[0]!.from);
  }

  inForce(day: IsoDate): Parameter[] {
    return [...this.byKey.keys()]
      .map((key) =>
        this.byKey
          .get(key)!
          .filter((p) => p.from <= day)
          .at(-1),
      )
      .filter((p) => p !== undefined);
  }
}
