import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#machines/kit/case/facts.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { invalidPayload, type FieldError } from '../http/problem.js';
import { AuditStore } from '../persistence/stores/audit.store.js';
import { CalendarStore, type KeptYear } from '../persistence/stores/calendar.store.js';
import type { Transaction } from '../persistence/transaction.js';
import { calendarOf, CalendarService } from './calendar.service.js';
import { CalendarDifference, daysDifference, type DaysDifference, type DeadlinesDifference } from './difference.js';
import { daysOf, faultsIn, gapBefore, type Notice } from './notice.js';
import { RECOUNTS, type Recounts } from './recounts.js';

export interface Imported {
  year: number;
  /** False if the year was exactly so already: then nothing was written and no edition began. */
  changed: boolean;
  dryRun: boolean;
  message: string;
  statusBefore: KeptYear['status'] | null;
  /** The calendar's edition from now on. On a dry run it is the one the calendar would get. */
  edition: number;
  days: DaysDifference;
  deadlines: DeadlinesDifference;
}

interface Prepared {
  answer: Imported;
  after: KeptYear;
}

const UNCHANGED: DeadlinesDifference = { total: 0, cases: 0, moved: 0, firmed: 0, loosened: 0, items: [] };

/**
 * Imports the official notice of a year into the calendar, and says before and after the import which days it moves.
 */
@Injectable()
export class ImportService {
  constructor(
    private readonly store: CalendarStore,
    private readonly audit: AuditStore,
    private readonly difference: CalendarDifference,
    private readonly calendar: CalendarService,
    @Inject(RECOUNTS) private readonly recounts: Recounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 with everything that is wrong with it. Nothing is written then. */
  async dryRun(year: number, notice: Notice, faults: readonly FieldError[], actor: Actor): Promise<Imported> {
    return (await this.prepare(await this.store.years(), year, notice, faults, actor, true)).answer;
  }

  /** Writes the year and its audit line in one transaction. Afterwards a worker recounts the cases. */
  async import(year: number, notice: Notice, faults: readonly FieldError[], actor: Actor): Promise<Imported> {
    const answer = await this.store.alone(async (tx) => {
      const prepared = await this.prepare(await this.store.years(tx), year, notice, faults, actor, false);
      if (prepared.answer.changed) await this.write(tx, prepared, notice, actor);
      return prepared.answer;
    });
    if (answer.changed) {
      this.calendar.changed();
      this.recounts.recount();
    }
    return answer;
  }

  private async prepare(
    years: readonly KeptYear[],
    year: number,
    notice: Notice,
    faults: readonly FieldError[],
    actor: Actor,
    dryRun: boolean,
  ): Promise<Prepared> {
    const before = years.find((y) => y.year === year) ?? null;
    const present = calendarOf(years).edition;
    const edition = present + 1;
    const after: KeptYear = {
      year,
      status: 'published',
      source: notice.source,
      holidays: daysOf(notice, '休'),
      makeupWorkdays: daysOf(notice, '班'),
      edition,
      importedAt: await this.clock.now(),
      importedBy: actor.name,
    };
    const same = before !== null && isSame(before, after);
    const wrong = [
      ...faults,
      ...faultsIn(year, notice),
      ...gapBefore(
        year,
        years.map((y) => y.year),
      ),
      ...(before && !same && !faults.some((f) => f.pointer === '/reason') ? reasonMissing(before, notice) : []),
      ...(before && !faults.some((f) => f.pointer === '/confirmed') ? unlikely(before, after, notice) : []),
    ];
    if (wrong.length > 0) throw invalidPayload(wrong);
    const answer = {
      year,
      dryRun,
      statusBefore: before?.status ?? null,
      days: daysDifference(before ?? { holidays: [], makeupWorkdays: [] }, after),
    };
    if (same)
      return {
        after,
        answer: {
          ...answer,
          changed: false,
          message: `${year}年的日历与已公布的完全相同，没有变动。`,
          edition: present,
          deadlines: UNCHANGED,
        },
      };
    const deadlines = await this.difference.of(year, calendarOf([...years.filter((y) => y.year !== year), after]));
    return {
      after,
      answer: { ...answer, changed: true, message: messageOf(year, deadlines, dryRun), edition, deadlines },
    };
  }

  private async write(tx: Transaction, { answer, after }: Prepared, notice: Notice, actor: Actor): Promise<void> {
    const {
      year,
      statusBefore,
      edition,
      days,
      deadlines: { items: _, ...counts },
    } = answer;
    await this.store.put(tx, after);
    await this.audit.append(tx, {
      at: after.importedAt!,
      actor: { id: actor.userId, name: actor.name, unit: actor.unitId },
      action: 'calendar.imported',
      subject: String(year),
      detail: { source: notice.source, reason: notice.reason, statusBefore, edition, days, deadlines: counts },
    });
  }
}

const daysTold = ({ holidays, makeupWorkdays }: KeptYear): string =>
  JSON.stringify([[...holidays].sort(), [...makeupWorkdays].sort()]);

function isSame(a: KeptYear, b: KeptYear): boolean {
  return a.status === b.status && a.source === b.source && daysTold(a) === daysTold(b);
}

const reasonMissing = ({ year, status }: KeptYear, { reason }: Notice): FieldError[] =>
  status === 'published' && reason === null
    ? [{ pointer: '/reason', message: `${year}年的日历已经公布，更正须填写理由。` }]
    : [];

/** Finds a template that was sent back without changes. */
const unlikely = (before: KeptYear, after: KeptYear, { confirmed }: Notice): FieldError[] =>
  before.status === 'estimated' && !confirmed && daysTold(before) === daysTold(after)
    ? [
        {
          pointer: '/confirmed',
          message: `这些日子与推算的${before.year}年完全相同，没有一天调休，像是还没有填写的模板；逐日核对过、通知确实如此的，请填写 confirmed 为 true。`,
        },
      ]
    : [];

function messageOf(year: number, { total, cases, moved, firmed }: DeadlinesDifference, dryRun: boolean): string {
  const [done, then] = dryRun ? [`如导入${year}年的日历，`, '将'] : [`${year}年的日历已经公布，`, '随即'];
  return total === 0
    ? `${done}没有期限受影响。`
    : `${done}${cases}个案件的${total}个期限${then}重新计算：${moved}个改变日期，${firmed}个不再是暂定。`;
}
