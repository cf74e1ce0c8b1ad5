import { Injectable } from '@nestjs/common';
import { Brackets, DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Light } from '#machines/kit/decide/timekeeping.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Principal } from '#machines/kit/words/party.js';
import { searchForm } from '#machines/kit/words/search-form.js';
import { CaseRow } from '../entities/case.entity.js';

export interface CaseFilter {
  procedure?: string | undefined;
  stage?: string | undefined;
  state?: string | undefined;
  unit?: string | undefined;
  light?: Light | undefined;
  q?: string | undefined;
}

/** Who looks at a list. Nobody finds a case they may not see. `everything` is for readers of a procedure. */
export interface Onlooker {
  principals: readonly Principal[];
  /** The procedures of which this person sees every case. */
  reads: readonly string[];
}

export interface Days {
  today: IsoDate;
  yellowUntil: IsoDate;
}

export interface Place {
  at: string;
  id: string;
}

/** The colour of a case in SQL. It agrees with `lightOfRow`. */
export const LIGHT_SQL = `case
  when c.due_on < :today and c.status in ('active', 'suspended') then 'red'
  when c.status <> 'active' then 'grey'
  when c.due_on <= :yellowUntil then 'yellow'
  when c.due_on is null and c.paused_since is not null then 'grey'
  else 'green' end`;

export function lightOfRow(
  row: Pick<CaseRow, 'status' | 'dueOn' | 'pausedSince'>,
  { today, yellowUntil }: Days,
): Light {
  if (row.dueOn !== null && row.dueOn < today && (row.status === 'active' || row.status === 'suspended')) return 'red';
  if (row.status !== 'active') return 'grey';
  if (row.dueOn === null) return row.pausedSince === null ? 'green' : 'grey';
  return row.dueOn <= yellowUntil ? 'yellow' : 'green';
}

@Injectable()
export class CaseListStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns cases, newest first. `after` is the last place of the page before. */
  async page(
    onlooker: Onlooker,
    filter: CaseFilter,
    days: Days,
    limit: number,
    after: Place | null,
  ): Promise<CaseRow[]> {
    const query = this.visible(onlooker);
    narrow(query, filter, days);
    if (after) query.andWhere('(c.created_at, c.id) < (:at, :id)', { ...after });
    return query.orderBy('c.created_at', 'DESC').addOrderBy('c.id', 'DESC').limit(limit).getMany();
  }

  cases(): SelectQueryBuilder<CaseRow> {
    return this.dataSource.getRepository(CaseRow).createQueryBuilder('c');
  }

  /** `also`: a condition for further cases that this person may find. */
  visible({ principals, reads }: Onlooker, also = 'false'): SelectQueryBuilder<CaseRow> {
    return this.cases().where(
      new Brackets((or) =>
        or
          .where('c.audience && :principals::text[]', { principals })
          .orWhere('c.procedure = any(:reads)', { reads })
          .orWhere(also),
      ),
    );
  }
}

/** Only a row that an older program wrote lacks the form. */
const FOUND_BY = `coalesce(c.found_by, lower(c.title || ' ' || c.number))`;

export function narrow(query: SelectQueryBuilder<CaseRow>, filter: CaseFilter, days: Days): void {
  const { procedure, stage, state, unit, light, q } = filter;
  if (procedure) query.andWhere('c.procedure = :procedure', { procedure });
  if (stage) query.andWhere('c.stage = :stage', { stage });
  if (state)
    query.andWhere('exists (select 1 from unnest(c.states) s where s = :state or s like :stateEnd)', {
      state,
      stateEnd: `%.${escapeLike(state)}`,
    });
  if (unit) query.andWhere('c.unit_id = :unit', { unit });
  if (light) query.andWhere(`${LIGHT_SQL} = :light`, { light, ...days });
  if (q) query.andWhere(`${FOUND_BY} like :q`, { q: `%${escapeLike(searchForm(q))}%` });
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
