import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { HistoryLine } from '#machines/kit/read/course.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Principal } from '#machines/kit/words/party.js';
import { CaseListStore, type Onlooker } from './case-list.store.js';
import { LATE_STOPPED } from './late-stopped-sql.js';

/** A case whose times are counted. */
export interface CountedCase {
  id: string;
  number: string;
  title: string;
  procedure: string;
  procedureVersion: number;
  begunOn: IsoDate;
}

/**
 * A stretch in which a case waited for somebody. `since` and `until` are to the microsecond, so that a stretch that
 * follows at once can be recognised.
 */
export interface CountedWait {
  seq: number;
  state: string;
  party: string;
  principal: Principal;
  kind: 'unit' | 'role' | 'outside';
  stage: string | null;
  since: string;
  until: string | null;
  sinceDay: IsoDate;
  untilDay: IsoDate | null;
}

/** A duty that was done, or is late. */
export interface CountedDuty {
  name: string;
  /** The seq of the event that opened it. */
  seq: number;
  outcome: 'onTime' | 'late' | 'openLate';
  /** The day it was done. For an open duty, the day it was due. */
  on: IsoDate;
  owedBy: Principal[];
}

export interface CountedRows {
  case: CountedCase;
  lines: HistoryLine[];
  waits: CountedWait[];
  duties: CountedDuty[];
}

/** The number of cases whose rows are in memory at the same time. Between two batches other requests get their turn. */
const BATCH = 250;

const day = (instant: string): string => `(${instant} at time zone 'Asia/Shanghai')::date::text`;

/**
 * Thousands of rows share a few places with long names. So rows carry a fingerprint of 64 bits, and each name is read
 * once.
 */
const PLACE = 'hash_array_extended(to_states, 0)';

const HISTORY = `
  select case_id as id, seq, ${day('at')} as on, type, ${PLACE} as place, coalesce(acting_for ->> 'unit', actor ->> 'unit') as office
  from history where case_id = any($1::uuid[]) order by case_id, seq`;

const PLACES = `select distinct ${PLACE} as place, to_states as to from history where case_id = any($1::uuid[]) and ${PLACE} = any($2::bigint[])`;

const WAITS = `
  select case_id as id, seq, state, party, principal, kind, stage, since::text, until::text, ${day('since')} as "sinceDay", ${day('until')} as "untilDay"
  from waits w where case_id = any($1::uuid[]) and kind <> 'time' order by case_id, w.since, seq`;

/** A duty that was done while its clock stood still was in time: each such day would have moved its due day. */
const DUTIES = `
  select case_id as id, name, occurrence as seq, owed_by as "owedBy", coalesce(closed_on, due_on)::text as on,
    case when status in ('open', 'paused') then 'openLate'
      when closed_on <= due_on or exists (select 1 from jsonb_to_recordset(pauses) p ("from" date, "to" date) where p.to = closed_on and p.from <= due_on) then 'onTime'
      else 'late' end as outcome
  from deadlines where case_id = any($1::uuid[]) and kind = 'duty' and (status = 'done' or (status = 'open' and due_on < $2::date) or ${LATE_STOPPED})
  order by case_id, occurrence, name`;

@Injectable()
export class StatisticsStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: CaseListStore,
  ) {}

  /**
   * Reads everything that is counted of the cases somebody may see, batch by batch, oldest case first. All of it is
   * read as of one moment, so that the sheets agree with each other.
   */
  async read(
    onlooker: Onlooker,
    { procedure, unit }: { procedure?: string | undefined; unit?: string | undefined },
    today: IsoDate,
    take: (rows: CountedRows) => void,
  ): Promise<void> {
    await this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const query = this.lists.visible(onlooker).setQueryRunner(manager.queryRunner!);
      if (procedure) query.andWhere('c.procedure = :procedure', { procedure });
      if (unit) query.andWhere('c.unit_id = :unit', { unit });
      const cases: CountedCase[] = await query
        .select('c.id', 'id')
        .addSelect('c.number', 'number')
        .addSelect('c.title', 'title')
        .addSelect('c.procedure', 'procedure')
        .addSelect('c.procedure_version', 'procedureVersion')
        .addSelect(day('c.created_at'), 'begunOn')
        .orderBy('c.created_at')
        .addOrderBy('c.id')
        .getRawMany();
      const places = new Map<string, string[]>();
      for (let i = 0; i < cases.length; i += BATCH)
        for (const rows of await batch(manager, cases.slice(i, i + BATCH), today, places)) take(rows);
    });
  }
}

/** `known`: the same place is the same array in every batch. */
async function batch(
  manager: EntityManager,
  cases: readonly CountedCase[],
  today: IsoDate,
  known: Map<string, string[]>,
): Promise<CountedRows[]> {
  const ids = cases.map((c) => c.id);
  const byCase = new Map(
    cases.map((c): [string, CountedRows] => [c.id, { case: c, lines: [], waits: [], duties: [] }]),
  );
  const [lines, waits, duties] = await Promise.all([
    manager.query<(Omit<HistoryLine, 'to'> & { id: string; place: string })[]>(HISTORY, [ids]),
    manager.query<(CountedWait & { id: string })[]>(WAITS, [ids]),
    manager.query<(CountedDuty & { id: string })[]>(DUTIES, [ids, today]),
  ]);
  const fresh = [...new Set(lines.map(({ place }) => place))].filter((place) => !known.has(place));
  if (fresh.length > 0)
    for (const { place, to } of await manager.query<{ place: string; to: string[] }[]>(PLACES, [ids, fresh]))
      known.set(place, to);
  for (const { id, seq, on, type, office, place } of lines)
    byCase.get(id)!.lines.push({ seq, on, type, office, to: known.get(place)! });
  for (const wait of waits) byCase.get(wait.id)!.waits.push(wait);
  for (const duty of duties) byCase.get(duty.id)!.duties.push(duty);
  return [...byCase.values()];
}
