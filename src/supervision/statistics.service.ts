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

/** Explains to readers how the figures are worked out. */
const METHOD: readonly string[] = [
  '时间一律按工作日计算：起始日不计，终止日计入，与期限的计算相同；中位数和第90百分位数按最近秩法取实际发生过的整数值。',
  '起止日期按事情发生的日子筛选：阶段、办理时间按结束日，期限按办结日(未办结而逾期的按到期日)，漏斗按立项登记日，退回按作出决定的日子；“现有”“最早”一律为今日情况，不受起止日期限制。',
  '阶段用时扣除：案件暂停(包括随项目停止计时)的时间；法定时限停止计算的时间，即材料退回申请人，或者送请有关机构、人员提出意见的期间；等待系统外机构(市、省、县政府等)的时间。没有停止任何时限的补正不扣除。案件退回以前的阶段后再次经过的，计作另一次。没有阶段的流程按全程计算。',
  '单位用时为案件等待该单位办理的时间，只扣除案件暂停的时间；同一单位内转办、委派不另计一次。角色按今日通讯录归到担任该角色的单位，个人归到其单位；几个单位共同担任的各计一次。外部机构单列，不扣除其他时间。',
  '按期率＝按期办结÷(按期办结＋逾期办结＋逾期未办结)；到期日当天办结为按期；停止计时过的期限按顺延后的到期日判断，停止计时期间办结而停止时尚未到期的为按期；已取消的、尚未到期的和正在停止计时的不计。几个单位共同负有的责任各计一次，合计中只计一次。',
  '漏斗为期间内登记的案件截至今日至少到达过各阶段的数量；跳过的阶段视为已经到达。',
  '退回率＝退回÷审查决定；审查决定指在可以退回的环节作出的同意、不同意、退回等决定(几个部门分别表示意见的，每个部门每次各计一次)；退回指退回补正、退回修改和退回以前的步骤；作出后又撤回的决定不计。',
];
