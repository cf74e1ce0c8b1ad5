import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '#machines/kit/case/facts.js';
import type { Deadline, DeadlineStatus } from '#machines/kit/case/occurrence.js';
import { dueDay } from '#machines/kit/decide/timekeeping.js';
import type { Calendar, CalendarYear } from '#machines/kit/words/calendar.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { factsOf } from '../engine/case-of.js';
import { CASE_STORE, WORLD, type CaseStore, type World } from '../engine/ports.js';
import { RecountStore } from '../persistence/stores/recount.store.js';

/** The number of deadlines an answer lists. It counts all of them. */
const LISTED = 200;
const BATCH = 200;

type Counted = Pick<Deadline, 'dueOn' | 'provisional'>;
type Days = Pick<CalendarYear, 'holidays' | 'makeupWorkdays'>;

export interface DaysDifference {
  holidaysAdded: IsoDate[];
  holidaysRemoved: IsoDate[];
  makeupWorkdaysAdded: IsoDate[];
  makeupWorkdaysRemoved: IsoDate[];
}

export interface MovedDeadline {
  caseId: string;
  number: string;
  title: string;
  id: string;
  label: string;
  status: DeadlineStatus;
  from: IsoDate;
  to: IsoDate;
  provisionalBefore: boolean;
  provisionalAfter: boolean;
}

export interface DeadlinesDifference {
  /** Deadlines whose day or whose mark 暂定 changes. */
  total: number;
  cases: number;
  /** Of these: those that move to another day; those that go from 暂定 to firm; those that go from firm to 暂定. */
  moved: number;
  firmed: number;
  loosened: number;
  /** The first of them; those of older cases come first. */
  items: MovedDeadline[];
}

const without = (days: readonly IsoDate[], others: readonly IsoDate[]): IsoDate[] =>
  days.filter((day) => !others.includes(day)).sort();

export const daysDifference = (before: Days, after: Days): DaysDifference => ({
  holidaysAdded: without(after.holidays, before.holidays),
  holidaysRemoved: without(before.holidays, after.holidays),
  makeupWorkdaysAdded: without(after.makeupWorkdays, before.makeupWorkdays),
  makeupWorkdaysRemoved: without(before.makeupWorkdays, after.makeupWorkdays),
});

/** Works out how another calendar would move the days of open cases. It writes nothing. */
@Injectable()
export class CalendarDifference {
  constructor(
    private readonly store: RecountStore,
    @Inject(CASE_STORE) private readonly cases: CaseStore,
    @Inject(WORLD) private readonly world: World,
  ) {}

  /** `calendar` differs from the present one only in this year. */
  async of(year: number, calendar: Calendar): Promise<DeadlinesDifference> {
    const world = { ...(await this.world.current()), calendar };
    const ids = await this.store.touchedBy(year);
    const found: MovedDeadline[] = [];
    for (let at = 0; at < ids.length; at += BATCH) {
      for (const loaded of await this.cases.loadAll(ids.slice(at, at + BATCH))) {
        const { id: caseId, number, title, snapshot } = loaded.record;
        const { procedure, facts } = factsOf(loaded, SYSTEM, world);
        for (const d of loaded.deadlines) {
          const definition = procedure.deadlines[d.name]!;
          if (definition.kind === 'tracking') continue;
          const after = dueDay(definition, d, snapshot.context, facts);
          if (!differs(d, after)) continue;
          found.push({
            caseId,
            number,
            title,
            id: d.id,
            label: definition.label,
            status: d.status,
            from: d.dueOn!,
            to: after.dueOn,
            provisionalBefore: d.provisional,
            provisionalAfter: after.provisional,
          });
        }
      }
    }
    return {
      total: found.length,
      cases: new Set(found.map((d) => d.caseId)).size,
      moved: found.filter((d) => d.from !== d.to).length,
      firmed: found.filter((d) => d.provisionalBefore && !d.provisionalAfter).length,
      loosened: found.filter((d) => !d.provisionalBefore && d.provisionalAfter).length,
      items: found.slice(0, LISTED),
    };
  }
}

const differs = (a: Counted, b: Counted): boolean => a.dueOn !== b.dueOn || a.provisional !== b.provisional;
