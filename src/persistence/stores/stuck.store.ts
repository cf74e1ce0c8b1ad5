import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Light } from '#machines/kit/decide/timekeeping.js';
import { STUCK_KINDS, type StuckKind } from '#machines/kit/read/stuck.js';
import type { IsoDate, IsoInstant } from '#machines/kit/words/dates.js';
import type { Principal } from '#machines/kit/words/party.js';
import type { CaseRow } from '../entities/case.entity.js';
import { CaseListStore, LIGHT_SQL, narrow, type CaseFilter, type Days, type Onlooker } from './case-list.store.js';
import { ADMINISTRATOR } from './faults-sql.js';
import { LAST_REMINDER_SQL, type LastReminderRow, type Reminded } from './last-reminder-sql.js';
import { matterLight, MATTERS } from './stuck-sql.js';

export interface StuckDays extends Days {
  /** A case that has not moved since before this instant is idle. */
  idleBefore: IsoInstant;
  /** A clock that stopped before this day has stood still too long. */
  pausedBefore: IsoDate;
}

export interface StuckFilter extends CaseFilter {
  kind?: StuckKind | undefined;
  /** Only rows on which one of these must act. */
  chased?: readonly Principal[] | undefined;
}

export interface StuckPlace {
  rank: number;
  since: string;
  id: string;
  matter: string;
}

/** One row of the stuck list: a case, and one of those it waits for. */
export interface StuckRow {
  row: CaseRow;
  kind: StuckKind;
  light: Light;
  place: StuckPlace;
  /** The deadline that is late, who must be called, and in which state. Null where there is none. */
  deadline: string | null;
  principal: Principal | null;
  state: string | null;
  fault: string | null;
  /** The message that could not be delivered, and whether it was given up. Null for any other row. */
  delivery: { id: string; failed: boolean } | null;
}

export interface StuckCount {
  kind: StuckKind;
  light: Light;
  unit: string;
  stage: string | null;
  principal: Principal | null;
  count: number;
}

/** The instant to the microsecond, so that the next page can continue from it. */
const EXACTLY = `to_char(m.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
/** A fault counts also for ended cases: reminders continue after the end of a case, and may reach nobody. */
const IS_FAULT = `m.rank = ${STUCK_KINDS.indexOf('faulted')}`;
const LIGHT = matterLight(LIGHT_SQL);

interface Raw {
  rank: number;
  exactly: string;
  matter: string;
  deadline: string | null;
  principal: string | null;
  state: string | null;
  fault: string | null;
  delivery: StuckRow['delivery'];
  light: Light;
}

@Injectable()
export class StuckStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: CaseListStore,
  ) {}

  /** Returns a page: the worst kind first, and within a kind what has lasted longest. */
  async page(
    onlooker: Onlooker,
    filter: StuckFilter,
    days: StuckDays,
    limit: number,
    after: StuckPlace | null,
  ): Promise<StuckRow[]> {
    const query = this.matters(onlooker, filter, days)
      .addSelect(EXACTLY, 'exactly')
      .addSelect('m.since', 'since')
      .addSelect('m.matter', 'matter')
      .addSelect('m.rank', 'rank')
      .addSelect('m.deadline', 'deadline')
      .addSelect('m.principal', 'principal')
      .addSelect('m.state', 'state')
      .addSelect('m.fault', 'fault')
      .addSelect('m.delivery', 'delivery')
      .addSelect(LIGHT, 'light');
    if (after) {
      query.andWhere(
        '(m.rank, m.since, c.id, m.matter collate "C") > (:afterRank, :afterSince::timestamptz, :afterId::uuid, :afterMatter)',
        { afterRank: after.rank, afterSince: after.since, afterId: after.id, afterMatter: after.matter },
      );
    }
    query.orderBy('m.rank').addOrderBy('m.since').addOrderBy('c.id').addOrderBy('m.matter collate "C"').limit(limit);
    // A case occurs once for each of its rows. As entities these would be merged into one.
    const raw: (Raw & { c_id: string })[] = await query.getRawMany();
    const cases = await this.rows(raw.map((r) => r.c_id));
    return raw.map(({ rank, exactly, matter, c_id, ...rest }) => ({
      row: cases.get(c_id)!,
      kind: STUCK_KINDS[rank]!,
      place: { rank, since: exactly, id: c_id, matter },
      ...rest,
    }));
  }

  async counts(onlooker: Onlooker, filter: StuckFilter, days: StuckDays): Promise<StuckCount[]> {
    const rows: (Omit<StuckCount, 'kind'> & { rank: number })[] = await this.matters(onlooker, filter, days)
      .select('m.rank', 'rank')
      .addSelect(LIGHT, 'light')
      .addSelect('c.unit_id', 'unit')
      .addSelect('c.stage', 'stage')
      .addSelect('m.principal', 'principal')
      .addSelect('count(*)::int', 'count')
      .groupBy('1, 2, 3, 4, 5')
      .orderBy('1, 2, 3, 4, 5')
      .getRawMany();
    return rows.map(({ rank, ...rest }) => ({ kind: STUCK_KINDS[rank]!, ...rest }));
  }

  /** Counts the open cases by unit, stage and colour. */
  async open(
    onlooker: Onlooker,
    days: Days,
  ): Promise<{ stage: string | null; unit: string; light: string; count: number }[]> {
    return this.lists
      .visible(onlooker)
      .andWhere(`c.status in ('active', 'suspended')`)
      .select('c.stage', 'stage')
      .addSelect('c.unit_id', 'unit')
      .addSelect(LIGHT_SQL, 'light')
      .addSelect('count(*)::int', 'count')
      .setParameters({ ...days })
      .groupBy('1, 2, 3')
      .orderBy('1, 2, 3')
      .getRawMany();
  }

  /** Returns the result of the last message about each row to those who must act, in the order of the rows. */
  async lastReminders(items: readonly Reminded[]): Promise<(Omit<LastReminderRow, 'n'> | null)[]> {
    const rows: LastReminderRow[] = await this.dataSource.query(LAST_REMINDER_SQL, [
      JSON.stringify(items.map((item, n) => ({ n, ...item }))),
    ]);
    const found = new Map(rows.map(({ n, ...last }) => [n, last]));
    return items.map((_, n) => found.get(n) ?? null);
  }

  private matters(
    onlooker: Onlooker,
    { kind, chased, light, ...filter }: StuckFilter,
    days: StuckDays,
  ): SelectQueryBuilder<CaseRow> {
    // The administrator sees only what has failed in a case.
    const query = this.lists
      .visible(onlooker, onlooker.principals.includes(ADMINISTRATOR) ? IS_FAULT : undefined)
      .innerJoin(MATTERS, 'm', 'm.case_id = c.id')
      .andWhere(`(c.status in ('active', 'suspended') or ${IS_FAULT})`)
      .setParameters({ ...days })
      .select('c.id', 'c_id');
    narrow(query, filter, days);
    if (kind) query.andWhere('m.rank = :rank', { rank: STUCK_KINDS.indexOf(kind) });
    if (light) query.andWhere(`${LIGHT} = :light`, { light });
    if (chased) query.andWhere('m.principal = any(:chased::text[])', { chased });
    return query;
  }

  private async rows(ids: readonly string[]): Promise<Map<string, CaseRow>> {
    const rows =
      ids.length === 0
        ? []
        : await this.lists
            .cases()
            .where('c.id = any(:ids::uuid[])', { ids: [...new Set(ids)] })
            .getMany();
    return new Map(rows.map((row) => [row.id, row]));
  }
}
