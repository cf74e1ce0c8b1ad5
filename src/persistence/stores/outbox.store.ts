import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Signal } from '#machines/kit/case/case.js';
import type { Notice } from '#machines/kit/case/notice.js';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import { CLOCK, type Clock } from '../../clock/clock.js';
import { messageLock, ONCE_IN_AN_INBOX, type Held } from './guards-sql.js';
import { planDeliveries, type DueOf, type FreshNotification } from './delivery-plan.js';

/** The transaction in which a batch is carried. */
export type OutboxTransaction = EntityManager;

export interface OutboxMessage {
  id: string;
  caseId: string;
  kind: 'notice' | 'signal';
  source: string;
  payload: (Notice & { plannedAt?: IsoInstant }) | Signal;
  createdAt: Date;
  attempts: number;
}

export interface Delivery {
  userId: string;
  message: OutboxMessage & { payload: Notice & { plannedAt?: IsoInstant } };
}

/**
 * After so many attempts a message is shown as a fault, and tried once a day from then on: somebody may mend what it
 * lacks.
 */
const MOST_ATTEMPTS = 8;
/**
 * A signal waits for earlier signals of its case to the same case, or to all cases it is tied to. A signal that was
 * given up does not hold up the others. It is judged by the state of the other case on the day it gets through. With the
 * `or` PostgreSQL asks this of one message after the other; as a join it would compare all that wait with each other.
 */
const IN_TURN = `(o.kind <> 'signal' or not exists (
  select 1 from outbox before
  where before.kind = 'signal' and before.case_id = o.case_id and before.id < o.id and before.done_at is null and before.failed_at is null
    and coalesce(before.payload->>'to' = o.payload->>'to', true)))`;
/** Longer than a batch takes. A waiting call holds a connection that the carrier may need. */
const AWAITED_FOR = '3s';

/**
 * The messages that have left a case and have not arrived yet. A row lock holds a message while it is carried, so
 * nobody else takes it.
 */
@Injectable()
export class OutboxStore {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` on the next messages (of one case only its signals) under their locks. Returns false if there are none.
   * An error of `work` is recorded, and the message is tried again later. `now` may be a moment behind the clock that
   * dates messages.
   */
  async next(
    now: IsoInstant,
    limit: number,
    work: (messages: OutboxMessage[], tx: EntityManager) => Promise<Map<string, string>>,
    { signalsOf, held = 'left' }: { signalsOf?: string; held?: Held } = {},
  ): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      if (held === 'awaited') await tx.query(`set local lock_timeout = '${AWAITED_FOR}'`);
      const rows = await tx.query(
        `select id, case_id, kind, source, payload, created_at, attempts from outbox o
         where done_at is null and next_attempt_at <= (select greatest($3::timestamptz, ${this.clock.sql})) and ($2::uuid is null or (case_id = $2 and kind = 'signal')) and ${IN_TURN}
         order by id limit $1 ${messageLock(held)}`,
        [limit, signalsOf ?? null, now],
      );
      if (rows.length === 0) return false;
      const messages = rows.map((r: Record<string, never>) => ({
        id: r.id,
        caseId: r.case_id,
        kind: r.kind,
        source: r.source,
        payload: r.payload,
        createdAt: r.created_at,
        attempts: r.attempts,
      })) as OutboxMessage[];
      const faults = await work(messages, tx);
      const done = messages.filter((m) => !faults.has(m.id)).map((m) => m.id);
      await tx.query('update outbox set done_at = $2, failed_at = null, error = null where id = any($1::bigint[])', [
        done,
        now,
      ]);
      for (const [id, error] of faults) {
        await tx.query(
          `update outbox set attempts = attempts + 1, error = $2, failed_at = case when attempts + 1 >= $4 then coalesce(failed_at, $3::timestamptz) end,
             next_attempt_at = $3::timestamptz + $5::float8 * case when attempts + 1 >= $4 then interval '1 day' else interval '1 second' * power(4, attempts) end
           where id = $1`,
          [id, error.slice(0, 500), now, MOST_ATTEMPTS, Math.max(1, this.clock.rate)],
        );
      }
      return true;
    });
  }

  /**
   * Fills the inboxes, and plans in the same transaction what leaves the house: on `channels`, at the time that `dueOf`
   * returns.
   */
  async deliver(
    tx: EntityManager,
    deliveries: readonly Delivery[],
    channels: readonly string[],
    dueOf: DueOf,
    now: IsoInstant,
  ): Promise<void> {
    if (deliveries.length === 0) return;
    const rows = deliveries.map(({ userId, message: m }) => ({
      user_id: userId,
      case_id: m.caseId,
      kind: m.payload.kind,
      title: m.payload.title,
      text: m.payload.text,
      source: m.source,
      // A message that was written before `urgent` existed may still be on its way.
      urgent: m.payload.urgent ?? false,
      planned_at: m.payload.plannedAt ?? m.createdAt.toISOString(),
      sent_at: now,
      delivered_at: now,
    }));
    const fresh: FreshNotification[] = await tx.query(
      `insert into notifications (user_id, case_id, kind, title, text, source, urgent, planned_at, sent_at, delivered_at)
       select user_id, case_id, kind, title, text, source, urgent, planned_at, sent_at, delivered_at
       from json_populate_recordset(null::notifications, $1::json)
       ${ONCE_IN_AN_INBOX} returning id, source, urgent`,
      [JSON.stringify(rows)],
    );
    await planDeliveries(tx, fresh, channels, dueOf, now);
  }

  /** Returns the cases to which another one is linked in a given way. */
  async linked(tx: EntityManager, caseId: string, link: string): Promise<string[]> {
    const rows: { to_case: string }[] = await tx.query(
      'select to_case from case_links where from_case = $1 and kind = $2 order by to_case',
      [caseId, link],
    );
    return rows.map((r) => r.to_case);
  }

  async waiting(): Promise<number> {
    const [row] = await this.dataSource.query<{ n: number }[]>(
      'select count(*)::int as n from outbox where done_at is null and failed_at is null and attempts = 0',
    );
    return row!.n;
  }
}
