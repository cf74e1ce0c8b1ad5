import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import type { Transaction } from '../transaction.js';
import type { Endpoint } from './endpoint.store.js';

/** Longer than most sendings take. A process that holds a message longer has died. */
const LEASE = '60 seconds';
/** Longer than any sending takes. */
const LONG_LEASE = '15 minutes';

/** A message that is claimed for the time of its lease. `attempts` counts this attempt. */
export interface Claimed {
  id: string;
  endpointId: string;
  kind: 'digest' | 'urgent';
  attempts: number;
  channel: Endpoint['channel'];
  address: string;
  secret: string | null;
  /** The owner of the place, by name. */
  owner: string;
  /** False if the place or its person has been switched off meanwhile. */
  reachable: boolean;
}

export interface ClaimedItem {
  kind: '待办' | '待阅';
  title: string;
  text: string;
  caseId: string;
  number: string;
  caseTitle: string;
  stateLabel: string;
  dueOn: string | null;
}

interface ItemRow {
  kind: ClaimedItem['kind'];
  title: string;
  text: string;
  case_id: string;
  number: string;
  case_title: string;
  state_label: string;
  due_on: string | null;
}

/** The result of an attempt. */
export interface Outcome {
  /** `empty`: there was nothing left to say, or no recipient. `planned`: to be tried again. */
  state: 'delivered' | 'empty' | 'planned' | 'failed';
  /** The attempt failed for reasons outside the message, so it does not count. */
  untried?: boolean;
  error?: string;
  nextAttemptAt?: IsoInstant;
  /** The text for the stuck list, if the message has failed for good. */
  fault?: string;
}

/** The messages on their way out. No lock is held while one is sent: a claim of a minute is written to its row. */
@Injectable()
export class DeliveryStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Claims the next message of these channels that is due, or whose sender has died. Returns null if there is none. Two
   * calls at once get different messages.
   */
  async claim(now: IsoInstant, channels: readonly Endpoint['channel'][]): Promise<Claimed | null> {
    const [rows] = await this.dataSource.query<[Claimed[], number]>(
      `update deliveries d set state = 'sending', attempts = d.attempts + 1, sent_at = $1, lease_until = clock_timestamp() + interval '${LEASE}'
       from endpoints e left join users u on u.id = e.user_id left join units o on o.id = e.unit_id
       where e.id = d.endpoint_id and d.id = (
         select q.id from deliveries q
         where q.state in ('planned', 'sending') and ((q.state = 'planned' and q.next_attempt_at <= $1) or (q.state = 'sending' and q.lease_until < clock_timestamp()))
           and (select w.channel from endpoints w where w.id = q.endpoint_id) = any($2)
         order by q.next_attempt_at, q.id limit 1 for update of q skip locked)
       returning d.id, d.endpoint_id as "endpointId", d.kind, d.attempts, e.channel, e.address, e.secret, coalesce(u.name, o.name) as owner, e.active and coalesce(u.active, true) as reachable`,
      [now, channels],
    );
    return rows[0] ?? null;
  }

  /** Extends a claim: the message is still being sent and takes longer than most. */
  async hold({ id, attempts }: Pick<Claimed, 'id' | 'attempts'>): Promise<void> {
    await this.dataSource.query(
      `update deliveries set lease_until = clock_timestamp() + interval '${LONG_LEASE}' where id = $1 and state = 'sending' and attempts = $2`,
      [id, attempts],
    );
  }

  /**
   * Returns the unread lines of a message. What several people of a unit got is one line. The most pressing comes
   * first, by the day of the deadline it reminds of; the day of the case may be somebody else's.
   */
  async items(id: string): Promise<ClaimedItem[]> {
    const rows: ItemRow[] = await this.dataSource.query(
      `select * from (
         select distinct on (n.source) n.id, n.kind, n.title, n.text, n.case_id, c.number, c.title as case_title, c.state_label,
           d.due_on::text as due_on
         from delivery_items i join notifications n on n.id = i.notification_id join cases c on c.id = n.case_id
           left join deadlines d on d.case_id = n.case_id and starts_with(n.source, d.id || '/')
         where i.delivery_id = $1 and n.source in (
           select m.source from delivery_items j join notifications m on m.id = j.notification_id where j.delivery_id = $1 and m.read_at is null)
         order by n.source, n.id) found
       order by kind = '待办' desc, due_on nulls last, id`,
      [id],
    );
    return rows.map((r) => ({
      kind: r.kind,
      title: r.title,
      text: r.text,
      caseId: r.case_id,
      number: r.number,
      caseTitle: r.case_title,
      stateLabel: r.state_label,
      dueOn: r.due_on,
    }));
  }

  /**
   * Records a result. It writes nothing if somebody else has claimed the message since: only the last attempt counts.
   */
  async record({ id, attempts }: Pick<Claimed, 'id' | 'attempts'>, outcome: Outcome, now: IsoInstant): Promise<void> {
    const { state, untried = false, error = null, fault = null, nextAttemptAt = null } = outcome;
    await this.dataSource.query(
      `update deliveries set state = $3, attempts = attempts - $8, lease_until = null, error = $4, next_attempt_at = coalesce($6::timestamptz, next_attempt_at),
         delivered_at = case when $3 = 'delivered' then $7::timestamptz end,
         failed_at = case when $3 = 'failed' then $7::timestamptz when $3 = 'planned' then failed_at end,
         fault = case when $3 = 'planned' then fault else $5 end
       where id = $1 and state = 'sending' and attempts = $2`,
      [id, attempts, state, error, fault, nextAttemptAt, now, untried ? 1 : 0],
    );
  }

  /** Returns the instants after `after` and up to `until` at which something is due, earliest first. */
  async dueBetween(after: IsoInstant, until: IsoInstant, limit: number): Promise<IsoInstant[]> {
    const rows: { at: Date }[] = await this.dataSource.query(
      `select distinct next_attempt_at as at from deliveries where state = 'planned' and next_attempt_at > $1 and next_attempt_at <= $2 order by at limit $3`,
      [after, until, limit],
    );
    return rows.map((r) => instantOf(r.at.getTime()));
  }

  /**
   * Plans a failed message again for an instant, as if it had never been tried. Returns false if it has not failed. The
   * fault stays visible until the message arrives.
   */
  retry(id: string, at: IsoInstant, tell: (tx: Transaction) => Promise<void>): Promise<boolean> {
    return this.changed(
      tell,
      `update deliveries set state = 'planned', next_attempt_at = $2, attempts = 0 where id = $1 and state = 'failed'`,
      [id, at],
    );
  }

  /** Gives a message up, with a reason. Returns false unless it has failed. */
  dismiss(
    id: string,
    by: string,
    reason: string,
    now: IsoInstant,
    tell: (tx: Transaction) => Promise<void>,
  ): Promise<boolean> {
    return this.changed(
      tell,
      `update deliveries set state = 'dismissed', fault = null, dismissed_by = $2, dismissed_reason = $3, dismissed_at = $4
       where id = $1 and (state = 'failed' or (state = 'planned' and fault is not null))`,
      [id, by, reason, now],
    );
  }

  /** Writes what `tell` writes together with the change. */
  private changed(tell: (tx: Transaction) => Promise<void>, statement: string, values: unknown[]): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const [, changed] = await tx.query(statement, values);
      if (changed !== 1) return false;
      await tell(tx);
      return true;
    });
  }
}
