import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Actor } from '#machines/kit/case/facts.js';
import type { Principal } from '#machines/kit/words/party.js';
import type { CaseRow } from '../entities/case.entity.js';
import { CaseListStore, type Onlooker, type Place } from './case-list.store.js';

/** The place of a case in the order of urgency. Cases without a day come last. */
export interface Urgency {
  due: string;
  since: string;
  id: string;
}

export interface BoxRow {
  row: CaseRow;
  at: Date;
  /** The same instant to the microsecond, for the next page. */
  exactly: string;
  last?: { seq: number; type: string };
  copy?: { by: string; on: string; note?: string };
}

const DUE = `coalesce(c.due_on::text, '9999-12-31')`;
const SINCE = `coalesce(to_char(c.waiting_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '9999')`;

/** Selects my last act in a case: no later one of mine follows. It reads the index of my acts, newest first. */
const LAST_OF_MINE = `h.case_id = c.id and h.actor->>'id' = :me
  and not exists (select 1 from history later where later.case_id = h.case_id and later.seq > h.seq and later.actor->>'id' = :me)`;

/** The last copy sent to one of my principals. Copies are kept only by day. */
const LAST_COPY = `(select copy from json_array_elements(c.desk->'copies') with ordinality each (copy, n)
  where copy->>'to' = any(:mine::text[]) order by n desc limit 1)`;

/** The boxes of people, over cases and what they did in them. */
@Injectable()
export class BoxStore {
  constructor(private readonly lists: CaseListStore) {}

  /** Returns the cases that wait for somebody, the most urgent first. */
  async todo(
    principals: readonly Principal[],
    limit: number,
    after: Urgency | null,
  ): Promise<{ row: CaseRow; place: Urgency }[]> {
    const query = this.lists
      .cases()
      .addSelect(DUE, 'by_day')
      .addSelect(SINCE, 'since')
      .where(`c.status in ('active', 'suspended') and c.todo && :principals::text[]`, { principals });
    if (after)
      query.andWhere(`(${DUE}, ${SINCE}, c.id) > (:afterDue, :afterSince, :afterId::uuid)`, {
        afterDue: after.due,
        afterSince: after.since,
        afterId: after.id,
      });
    const { entities, raw } = await query
      .orderBy('by_day')
      .addOrderBy('since')
      .addOrderBy('c.id')
      .limit(limit)
      .getRawAndEntities<{ by_day: string; since: string }>();
    return entities.map((row, i) => ({ row, place: { due: raw[i]!.by_day, since: raw[i]!.since, id: row.id } }));
  }

  /** Returns cases this person may still see, newest first. */
  async page(
    box: 'done' | 'mine' | 'copied',
    onlooker: Onlooker,
    me: Actor,
    limit: number,
    after: Place | null,
  ): Promise<BoxRow[]> {
    const query = this.lists.visible(onlooker);
    const at = narrowed(query, box, me);
    query
      .addSelect(at, 'at')
      .addSelect(`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`, 'exactly');
    if (after)
      query.andWhere(`(${at}, c.id) < (:afterAt::timestamptz, :afterId::uuid)`, {
        afterAt: after.at,
        afterId: after.id,
      });
    query.orderBy('at', 'DESC').addOrderBy('c.id', 'DESC').limit(limit);
    const { entities, raw } = await query.getRawAndEntities<{
      at: Date;
      exactly: string;
      type?: string;
      seq?: number;
      copy?: BoxRow['copy'];
    }>();
    return entities.map((row, i) => {
      const { at: when, exactly, type, seq, copy } = raw[i]!;
      return {
        row,
        at: when,
        exactly,
        ...(type !== undefined ? { last: { type, seq: seq! } } : {}),
        ...(copy ? { copy } : {}),
      };
    });
  }

  /** Returns the cases tied to one, with the name that the case has for the tie; newest first. */
  async related(caseId: string, onlooker: Onlooker): Promise<{ row: CaseRow; relation: string }[]> {
    const query = this.lists
      .visible(onlooker)
      .innerJoin('case_links', 'l', 'l.to_case = c.id and l.from_case = :caseId', { caseId })
      .addSelect('l.kind', 'relation');
    const { entities, raw } = await query
      .orderBy('l.kind')
      .addOrderBy('c.created_at', 'DESC')
      .addOrderBy('c.id', 'DESC')
      .getRawAndEntities<{ relation: string }>();
    return entities.map((row, i) => ({ row, relation: raw[i]!.relation }));
  }
}

/** Narrows to one box, and returns the instant by which it is ordered. */
function narrowed(
  query: SelectQueryBuilder<CaseRow>,
  box: 'done' | 'mine' | 'copied',
  { userId, principals }: Actor,
): string {
  if (box === 'done') {
    query.innerJoin('history', 'h', LAST_OF_MINE, { me: userId }).addSelect('h.type', 'type').addSelect('h.seq', 'seq');
    return 'h.at';
  }
  if (box === 'mine') {
    query.andWhere('c.created_by = :me', { me: userId });
    return 'c.created_at';
  }
  query.andWhere('c.copies && :mine::text[]', { mine: principals }).addSelect(LAST_COPY, 'copy');
  return `((${LAST_COPY}->>'on')::timestamp at time zone 'Asia/Shanghai')`;
}
