import { Injectable } from '@nestjs/common';
import type { Actor } from '#machines/kit/case/facts.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { Procedures } from '#machines/kit/law/procedures.js';
import { courseReader } from '#machines/kit/read/course.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { Workdays } from '#machines/kit/words/workdays.js';
import { Onlookers } from '../cases/onlooker.js';
import { TodayService } from '../cases/today.service.js';
import { StatisticsStore } from '../persistence/stores/statistics.store.js';
import type { Frame } from './statistics/frame.js';
import { Funnel, type FunnelRow } from './statistics/funnel.js';
import { METHOD } from './statistics/method.js';
import { OnTimeCounts, type Duties } from './statistics/on-time.js';
import { ReturnCounts, type Returns } from './statistics/returns.js';
import { StageTimes, type StageTime } from './statistics/stage-times.js';
import type { OutsideTime, UnitTime } from './statistics/turns.js';
import { UnitTimes } from './statistics/unit-times.js';

export interface StatisticsQuery {
  procedure?: string | undefined;
  /** The unit that owns the case. */
  unit?: string | undefined;
  stage?: string | undefined;
  from?: IsoDate | undefined;
  to?: IsoDate | undefined;
}

export interface Statistics {
  asOf: IsoDate;
  from: IsoDate | null;
  to: IsoDate | null;
  /** The number of cases that were read. */
  cases: number;
  stages: StageTime[];
  units: UnitTime[];
  outside: OutsideTime[];
  deadlines: Duties;
  funnel: FunnelRow[];
  returns: Returns;
  method: readonly string[];
}

/** Counts history, waits and deadlines of all visible cases. Nothing is kept: it is counted anew for each request. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly store: StatisticsStore,
    private readonly today: TodayService,
    private readonly onlookers: Onlookers,
    private readonly procedures: Procedures,
  ) {}

  /** @throws UnknownYear when the calendar lacks a year in which a case was under way. */
  async of(actor: Actor, { procedure, unit, stage, from, to }: StatisticsQuery): Promise<Statistics> {
    const { today, calendar, directory } = await this.today.now();
    const frame: Frame = { today, from, to, stage, workdays: new Workdays(calendar), directory };
    const [stages, units, duties, funnel, returns] = [
      new StageTimes(frame),
      new UnitTimes(frame),
      new OnTimeCounts(frame),
      new Funnel(frame),
      new ReturnCounts(frame),
    ];
    const laws = new Laws(this.procedures);
    let cases = 0;
    await this.store.read(await this.onlookers.of(actor), { procedure, unit }, today, (rows) => {
      const { procedure: own, newest, read } = laws.of(rows.case.procedure, rows.case.procedureVersion);
      const course = read(rows.lines);
      cases++;
      units.add({ ...rows, procedure: own, course });
      for (const sheet of [stages, duties, funnel, returns]) sheet.add({ ...rows, procedure: newest, course });
    });
    return {
      asOf: today,
      from: from ?? null,
      to: to ?? null,
      cases,
      stages: stages.rows(),
      units: units.unitRows(),
      outside: units.outsideRows(),
      deadlines: duties.duties(),
      funnel: funnel.rows(),
      returns: returns.returns(),
      method: METHOD,
    };
  }
}

/** Finds the law of a case: a case is read by its own version of its procedure and counted under the newest one. */
class Laws {
  private readonly known = new Map<
    string,
    { procedure: Procedure; newest: Procedure; read: ReturnType<typeof courseReader> }
  >();

  constructor(private readonly procedures: Procedures) {}

  of(id: string, version: number) {
    const key = `${id} ${version}`;
    const procedure = this.procedures.of(id, version);
    const known = this.known.get(key) ?? { procedure, newest: this.procedures.of(id), read: courseReader(procedure) };
    this.known.set(key, known);
    return known;
  }
}
