import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IsoDate, IsoInstant } from '#machines/kit/dates.js';
import { STUCK_KINDS, type StuckKind } from '#machines/kit/stuck.js';
import { CaseRow } from '../entities/case.entity.js';
import { CaseListStore, LIGHT_SQL, narrow, type CaseFilter, type Days, type Onlooker } from './case-list.store.js';
import { FAULTS_SQL } from './faults-sql.js';
import { LAST_REMINDER_SQL, type LastReminderRow } from './last-reminder-sql.js';

export interface StuckDays extends Days {
  /** A case that has not moved since before this day is idle. */
  idleBefore: IsoInstant;
  /** A clock that stopped before this day has stood still too long. */
  pausedBefore: IsoDate;
}

export interface StuckPlace {
  rank: number;
  since: string;
  id: string;
}

export interface StuckRow {
  row: CaseRow;
  kind: StuckKind;
  place: StuckPlace;
  fault: string | null;
  lastReminder: { at: Date; channel: string; state: string } | null;
}

/** A clock that stands still for a body outside is that body's wait, not somebody's pause — unless the case itself is suspended. */
const WAITS_INSIDE = `(c.status = 'suspended' or c.waiting_kind is distinct from 'outside')`;

/** In the order of STUCK_KINDS. A case is listed once, for the worst that is true of it. */
const RANK_SQL = `case
  when fault is not null then 0
  when c.status = 'active' and c.due_on < :today then 1
  when c.paused_since < :pausedBefore and ${WAITS_INSIDE} then 2
  when c.status = 'active' and c.due_on <= :yellowUntil then 3
  when c.status = 'active' and c.waiting_kind = 'outside' then 4
  when c.status = 'active' and c.waiting_kind <> 'time' and c.moved_at < :idleBefore then 5
  end`;

/** The moment from which the waiting is counted, earliest first within a kind. */
const SINCE_SQL = `case
  when c.status = 'active' and c.due_on <= :yellowUntil then c.due_on::timestamptz
  when c.paused_since < :pausedBefore and ${WAITS_INSIDE} then c.paused_since::timestamptz
  else coalesce(c.waiting_since, c.moved_at) end`;

const isDuty = (kind: StuckKind): boolean => kind === 'overdue' || kind === 'due-soon';

@Injectable()
export class StuckStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: CaseListStore,
  ) {}

  async page(onlooker: Onlooker, filter: CaseFilter & { kind?: StuckKind | undefined }, days: StuckDays, limit: number, after: StuckPlace | null): Promise<StuckRow[]> {
    const { kind, ...rest } = filter;
    const query = this.lists
      .visible(onlooker)
      .andWhere(`c.status in ('active', 'suspended')`)
      .leftJoin(
        `(select case_id, min(fault) as fault from (${FAULTS_SQL}) f group by case_id)`,
        'f',
        'f.case_id = c.id',
      )
      .addSelect('f.fault', 'fault')
      .addSelect(RANK_SQL, 'rank')
      .addSelect(SINCE_SQL, 'since')
      .andWhere(`${RANK_SQL} is not null`)
      .setParameters({ ...days });
    narrow(query, rest, days);
    if (kind) query.andWhere(`${RANK_SQL} = :rank`, { rank: STUCK_KINDS.indexOf(kind) });
    if (after) query.andWhere(`(${RANK_SQL}, ${SINCE_SQL}, c.id) > (:afterRank, :afterSince, :afterId)`, { afterRank: after.rank, afterSince: after.since, afterId: after.id });
    query.orderBy('rank', 'ASC').addOrderBy('since', 'ASC').addOrderBy('c.id', 'ASC').limit(limit);
    const { entities, raw } = await query.getRawAndEntities<{ rank: number; since: Date; fault: string | null }>();
    const kinds = raw.map(({ rank }) => STUCK_KINDS[rank]!);
    const reminders = await this.lastReminders(entities.map((row, i) => ({ id: row.id, deadline: isDuty(kinds[i]!) ? row.dueDeadline : null })));
    return entities.map((row, i) => ({
      row,
      kind: kinds[i]!,
      place: { rank: raw[i]!.rank, since: raw[i]!.since.toISOString(), id: row.id },
      fault: raw[i]!.fault,
      lastReminder: reminders.get(row.id) ?? null,
    }));
  }

  /** How many by unit, stage and colour. */
  async counts(onlooker: Onlooker, days: Days): Promise<{ stage: string | null; unit: string; light: string; count: number }[]> {
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

  /** The last message about the deadline in question, and what became of it. */
  private async lastReminders(items: readonly { id: string; deadline: string | null }[]): Promise<Map<string, NonNullable<StuckRow['lastReminder']>>> {
    const rows: LastReminderRow[] = await this.dataSource.query(LAST_REMINDER_SQL, [items.map((i) => i.id), items.map((i) => i.deadline)]);
    return new Map(rows.map(({ case_id, ...last }) => [case_id, last]));
  }
}
