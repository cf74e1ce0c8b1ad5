import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import type { Transaction } from '../transaction.js';
import type { Endpoint } from './endpoint.store.js';

/** Longer than most sendings take, so that whoever still holds a message after it has died. */
const LEASE = '60 seconds';
/** Longer than any sending takes. */
const LONG_LEASE = '15 minutes';

/** A message taken in hand, for the time of its lease. `attempts` counts this one. */
export interface Claimed {
  id: string;
  endpointId: string;
  kind: 'digest' | 'urgent';
  attempts: number;
  channel: Endpoint['channel'];
  address: string;
  secret: string | null;
  /** Whose place it is, by name. */
  owner: string;
  /** False when the place or its person has been switched off meanwhile. */
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

/** What becomes of an attempt. */
export interface Outcome {
  /** `empty`: nothing was left to say, or nobody is there any more. `planned`: to be tried again. */
  state: 'delivered' | 'empty' | 'planned' | 'failed';
  /** Nothing came of it for reasons that are not the message's own: no attempt is used up. */
  untried?: boolean;
  error?: string;
  nextAttemptAt?: IsoInstant;
  /** For the stuck list, of what has failed for good. */
  fault?: string;
}

/** Messages on their way out. No lock is held while one is being sent: it is claimed for a minute, and that is written down. */
@Injectable()
export class DeliveryStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The next one of these channels that is due, or whose sender has died over it; null when there is none. Two who ask at once get different ones. */
  async claim(now: IsoInstant, channels: readonly Endpoint['channel'][]): Promise<Claimed | null> {
    const [rows] = await this.dataSource.query<[Claimed[], number]>(
      `update deliveries d set state = 'sending', attempts = d.attempts + 1, sent_at = $1, lease_until = clock_timestamp() + interval '${LEASE}'
       from endpoints e left join users u on u.id = e.user_id left join units o on o.id = e.unit_id
       where e.id = d.endpoint_id and d.id = (
         select q.id from deliveries q join endpoints w on w.id = q.endpoint_id
         where w.channel = any($2) and ((q.state = 'planned' and q.next_attempt_at <= $1) or (q.state = 'sending' and q.lease_until < clock_timestamp()))
         order by q.next_attempt_at, q.id limit 1 for update of q skip locked)
       returning d.id, d.endpoint_id as "endpointId", d.kind, d.attempts, e.channel, e.address, e.secret, coalesce(u.name, o.name) as owner, e.active and coalesce(u.active, true) as reachable`,
      [now, channels],
    );
    return rows[0] ?? null;
  }

  /** It is still being sent, and takes longer than most. */
  async hold({ id, attempts }: Pick<Claimed, 'id' | 'attempts'>): Promise<void> {
    await this.dataSource.query(
      `update deliveries set lease_until = clock_timestamp() + interval '${LONG_LEASE}' where id = $1 and state = 'sending' and attempts = $2`,
      [id, attempts],
    );
  }

  /**
   * What is still unread of a message, one line for what several people of a unit got; the most pressing first, by the day of the deadline it
   * reminds of. The day of the case would not do: it may be somebody else's.
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

  /** Nothing when somebody else has taken the message over since: what counts is the last attempt. */
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

  /** The instants after `after` and up to `until` at which something is due, earliest first. */
  async dueBetween(after: IsoInstant, until: IsoInstant, limit: number): Promise<IsoInstant[]> {
    const rows: { at: Date }[] = await this.dataSource.query(
      `select distinct next_attempt_at as at from deliveries where state = 'planned' and next_attempt_at > $1 and next_attempt_at <= $2 order by at limit $3`,
      [after, until, limit],
    );
    return rows.map((r) => instantOf(r.at.getTime()));
  }

  /** Back on its way at an instant, as if it had never been tried. False when it has not failed. What it has failed of stays shown until it arrives. */
  retry(id: string, at: IsoInstant, tell: (tx: Transaction) => Promise<void>): Promise<boolean> {
    return this.changed(
      tell,
      `update deliveries set state = 'planned', next_attempt_at = $2, attempts = 0 where id = $1 and state = 'failed'`,
      [id, at],
    );
  }

  /** Given up, with a reason. False unless it has failed. */
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

  /** What `tell` writes is written with the change, or not at all. */
  private changed(tell: (tx: Transaction) => Promise<void>, statement: string, values: unknown[]): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const [, changed] = await tx.query(statement, values);
      if (changed !== 1) return false;
      await tell(tx);
      return true;
    });
  }
}
