import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Light } from '#machines/kit/decide/timekeeping.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Pause } from '#machines/kit/words/period.js';
import type { CaseRow } from '../entities/case.entity.js';
import { CaseListStore, narrow, type CaseFilter, type Days, type Onlooker } from './case-list.store.js';
import { LATE_STOPPED } from './late-stopped-sql.js';

/** A list, and the deadlines whose day says how urgent a case on it is. If several are open, the nearest counts. */
export interface Listing {
  procedure: string;
  list: string;
  deadlines: readonly string[];
}

export interface ListedPlace {
  due: string;
  id: string;
}

export interface ListedRow {
  row: CaseRow;
  light: Light;
  dueOn: IsoDate | null;
  provisional: boolean;
  /** The stretches in which the clock of that day stood still. They do not count as lateness. */
  pauses: readonly Pause[];
  place: ListedPlace;
}

const DUE = `coalesce(d.due_on::text, '9999-12-31')`;
/** The light goes by the list's own deadlines. Lateness in another duty does not matter to this list. */
const LIGHT = `case when d.due_on < :today then 'red' when d.due_on <= :yellowUntil then 'yellow' when d.due_on is not null then 'green' when c.status <> 'active'
  or exists (select 1 from deadlines s where s.case_id = c.id and s.name = any(:deadlines::text[]) and s.status = 'paused') then 'grey' else 'green' end`;

@Injectable()
export class ListedStore {
  constructor(private readonly lists: CaseListStore) {}

  /** Returns the cases of a list: the nearest day first, those without a day last. */
  async page(
    onlooker: Onlooker,
    listing: Listing,
    filter: CaseFilter,
    days: Days,
    limit: number,
    after: ListedPlace | null,
  ): Promise<ListedRow[]> {
    const { light, ...rest } = filter;
    const query = this.listed(onlooker, listing, days)
      .addSelect(DUE, 'by_day')
      .addSelect('d.provisional', 'provisional')
      .addSelect('d.pauses', 'pauses')
      .addSelect(LIGHT, 'light');
    narrow(query, rest, days);
    if (light) query.andWhere(`${LIGHT} = :light`, { light });
    if (after)
      query.andWhere(`(${DUE}, c.id) > (:afterDue, :afterId::uuid)`, { afterDue: after.due, afterId: after.id });
    const { entities, raw } = await query
      .orderBy('by_day')
      .addOrderBy('c.id')
      .limit(limit)
      .getRawAndEntities<{ by_day: string; provisional: boolean | null; pauses: Pause[] | null; light: Light }>();
    return entities.map((row, i) => {
      const { by_day: due, provisional, pauses, light: colour } = raw[i]!;
      return {
        row,
        light: colour,
        dueOn: due === '9999-12-31' ? null : due,
        provisional: provisional ?? false,
        pauses: pauses ?? [],
        place: { due, id: row.id },
      };
    });
  }

  /**
   * Counts the cases on each list, and the late ones among them. The lists are counted one after the other, so that an
   * overview leaves connections to other requests.
   */
  async counts(
    onlooker: Onlooker,
    listings: readonly Listing[],
    days: Days,
  ): Promise<{ count: number; late: number }[]> {
    const counted: { count: number; late: number }[] = [];
    for (const listing of listings) {
      const rows = await this.listed(onlooker, listing, days)
        .select('count(*)::int', 'count')
        .addSelect(`(count(*) filter (where ${LIGHT} = 'red'))::int`, 'late')
        .getRawMany<{ count: number; late: number }>();
      counted.push(rows[0]!);
    }
    return counted;
  }

  private listed(onlooker: Onlooker, { procedure, list, deadlines }: Listing, days: Days): SelectQueryBuilder<CaseRow> {
    return this.lists
      .visible(onlooker)
      .andWhere(`c.status in ('active', 'suspended') and c.procedure = :of and c.lists @> array[:list]`, {
        of: procedure,
        list,
      })
      .leftJoin(
        `(select distinct on (case_id) case_id, due_on, provisional, pauses from deadlines where name = any(:deadlines::text[]) and (status = 'open' or ${LATE_STOPPED}) order by case_id, due_on, occurrence desc)`,
        'd',
        'd.case_id = c.id',
      )
      .setParameters({ ...days, deadlines });
  }
}
