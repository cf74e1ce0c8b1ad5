import { Injectable } from '@nestjs/common';
import type { Actor } from '#machines/kit/case/facts.js';
import type { CaseList } from '#machines/kit/law/list.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { Procedures } from '#machines/kit/law/procedures.js';
import type { Citing } from '#machines/kit/words/clause.js';
import { workdaysOver } from '#machines/kit/words/period.js';
import { caseSummary, type CaseSummary } from '../cases/case-summary.js';
import { Onlookers } from '../cases/onlooker.js';
import { TodayService } from '../cases/today.service.js';
import { notFound } from '../http/problem.js';
import type { CaseFilter } from '../persistence/stores/case-list.store.js';
import { ListedStore, type ListedPlace, type ListedRow, type Listing } from '../persistence/stores/listed.store.js';

/** A list that officials keep, with the number of cases on it now. */
export interface ListView {
  /** The id, such as `project.contractUnfiled`. */
  id: string;
  label: string;
  says: string;
  procedure: { id: string; title: string };
  regulation: string;
  clause: string;
  cite: string;
  /**
   * The deadlines whose day says how urgent a case on it is. If several are open, the nearest counts; if none runs, the
   * case has no day here.
   */
  deadlines: { name: string; label: string }[];
  count: number;
  /** The number of cases whose day has passed. */
  late: number;
}

export interface ListedItem {
  case: CaseSummary;
  dueOn: string | null;
  provisional: boolean;
  light: ListedRow['light'];
  /** Working days after the day. 0 while it has not passed. */
  overdueWorkingDays: number;
}

interface Known {
  view: Omit<ListView, 'count' | 'late'>;
  listing: Listing;
}

/** The lists by which officials watch their cases. Which cases are on them was written with the last event. */
@Injectable()
export class ListsService {
  private readonly known: ReadonlyMap<string, Known>;

  constructor(
    private readonly store: ListedStore,
    private readonly today: TodayService,
    private readonly onlookers: Onlookers,
    procedures: Procedures,
  ) {
    this.known = new Map(procedures.newest().flatMap((p) => listsOf(p, procedures.regulationOf(p))));
  }

  async all(actor: Actor): Promise<ListView[]> {
    const known = [...this.known.values()];
    const counts = await this.store.counts(
      await this.onlookers.of(actor),
      known.map((k) => k.listing),
      await this.today.now(),
    );
    return known.map(({ view }, i) => ({ ...view, ...counts[i]! }));
  }

  async page(
    actor: Actor,
    id: string,
    filter: CaseFilter,
    limit: number,
    after: ListedPlace | null,
  ): Promise<{ view: Known['view']; items: ListedItem[]; next: ListedPlace | null }> {
    const known = this.known.get(id);
    if (!known) throw notFound('没有这份清单。');
    const now = await this.today.now();
    const rows = await this.store.page(await this.onlookers.of(actor), known.listing, filter, now, limit + 1, after);
    const items = rows
      .slice(0, limit)
      .map(({ row, dueOn, provisional, pauses, light }): ListedItem => ({
        case: caseSummary(row, now),
        dueOn,
        provisional,
        light,
        overdueWorkingDays:
          dueOn !== null && dueOn < now.today ? workdaysOver(dueOn, now.today, now.calendar, pauses) : 0,
      }));
    return { view: known.view, items, next: rows.length > limit ? rows[limit - 1]!.place : null };
  }
}

/** Returns the lists of a procedure. The newest version names them; a case is on the lists of its own version. */
function listsOf(procedure: Procedure, regulation: Citing): [string, Known][] {
  return Object.entries(procedure.lists).map(([name, list]): [string, Known] => {
    const id = `${procedure.id}.${name}`;
    const { label, says, clause, deadlines = [] } = list as CaseList;
    return [
      id,
      {
        view: {
          id,
          label,
          says,
          procedure: { id: procedure.id, title: procedure.title },
          regulation: regulation.id,
          clause,
          cite: regulation.cite(clause),
          deadlines: deadlines.map((deadline) => ({ name: deadline, label: procedure.deadlines[deadline]!.label })),
        },
        listing: { procedure: procedure.id, list: name, deadlines },
      },
    ];
  });
}
