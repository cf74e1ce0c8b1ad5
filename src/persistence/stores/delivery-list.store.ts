import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import type { Endpoint } from './endpoint.store.js';

/**
 * The states that a reader sees. A message is `read` once every inbox row in it is, whether or not the message itself
 * was opened.
 */
export const DELIVERY_STATES = ['planned', 'sending', 'delivered', 'read', 'failed', 'empty', 'dismissed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface DeliveryTimes {
  plannedAt: IsoInstant;
  dueAt: IsoInstant;
  sentAt: IsoInstant | null;
  deliveredAt: IsoInstant | null;
  readAt: IsoInstant | null;
  failedAt: IsoInstant | null;
}

export interface DeliveryRow extends DeliveryTimes {
  id: string;
  kind: 'digest' | 'urgent';
  state: DeliveryState;
  attempts: number;
  nextAttemptAt: IsoInstant | null;
  error: string | null;
  dismissed: { by: string; at: IsoInstant; reason: string } | null;
  endpoint: Pick<Endpoint, 'id' | 'channel' | 'address' | 'userId' | 'unitId'>;
  cases: { id: string; number: string }[];
}

/** One of the ways by which a line of an inbox went out. */
export interface Push extends DeliveryTimes {
  notificationId: string;
  deliveryId: string;
  channel: Endpoint['channel'];
  kind: 'digest' | 'urgent';
  state: DeliveryState;
  error: string | null;
}

export interface DeliveryPlace {
  at: string;
  id: string;
}

/** The instant at which the last line of a message was read. Null while a line is unread. */
const READ_AT = `(select case when bool_and(n.read_at is not null) then max(n.read_at) end
  from delivery_items i join notifications n on n.id = i.notification_id where i.delivery_id = d.id)`;
const STATE = `case when d.state = 'delivered' and ${READ_AT} is not null then 'read' else d.state end`;
const EXACTLY = `to_char(d.planned_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The times of a delivery as the driver gives them. */
interface Times {
  planned_at: Date;
  due_at: Date;
  sent_at: Date | null;
  delivered_at: Date | null;
  read_at: Date | null;
  failed_at: Date | null;
}

/** A delivery as the driver gives it. */
interface Delivered extends Times {
  id: string;
  kind: DeliveryRow['kind'];
  state: string;
  told: DeliveryState;
  attempts: number;
  next_attempt_at: Date | null;
  error: string | null;
  dismissed_at: Date | null;
  dismissed_by: string;
  dismissed_reason: string;
  endpoint_id: string;
  channel: Endpoint['channel'];
  address: string;
  user_id: string | null;
  unit_id: string | null;
  cases: DeliveryRow['cases'];
  exactly: string;
}

/** A line of an inbox with one of its ways out, as the driver gives it. */
type Pushed = Times & Pick<Delivered, 'id' | 'kind' | 'error' | 'channel' | 'told'> & { notification_id: string };

const at = (value: Date): IsoInstant => instantOf(value.getTime());
const instant = (value: Date | null): IsoInstant | null => value && at(value);
const timesOf = (r: Times): DeliveryTimes => ({
  plannedAt: at(r.planned_at),
  dueAt: at(r.due_at),
  sentAt: instant(r.sent_at),
  deliveredAt: instant(r.delivered_at),
  readAt: r.delivered_at && instant(r.read_at),
  failedAt: instant(r.failed_at),
});

/** What went out, and its result, for the people who take care of delivery and for the recipients. */
@Injectable()
export class DeliveryListStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns messages, newest first; with a state only those in it. */
  async page(
    state: DeliveryState | null,
    limit: number,
    after: DeliveryPlace | null,
  ): Promise<(DeliveryRow & { place: DeliveryPlace })[]> {
    // Only a message that has arrived is asked whether it was read.
    const read =
      state === 'read' ? `and ${READ_AT} is not null` : state === 'delivered' ? `and ${READ_AT} is null` : '';
    return this.read(
      `($1::text is null or d.state = $1) ${read} and ($3::timestamptz is null or (d.planned_at, d.id) < ($3, $4::uuid)) order by d.planned_at desc, d.id desc limit $2`,
      [state === 'read' ? 'delivered' : state, limit, after?.at ?? null, after?.id ?? null],
    );
  }

  async one(id: string): Promise<DeliveryRow | null> {
    const [found] = await this.read('d.id = $1', [id]);
    return found ?? null;
  }

  private async read(where: string, values: unknown[]): Promise<(DeliveryRow & { place: DeliveryPlace })[]> {
    const rows: Delivered[] = await this.dataSource.query(
      `select d.*, ${STATE} as told, ${READ_AT} as read_at, ${EXACTLY} as exactly, e.channel, e.address, e.user_id, e.unit_id,
         (select coalesce(json_agg(distinct jsonb_build_object('id', c.id, 'number', c.number)), '[]')
          from delivery_items i join notifications n on n.id = i.notification_id join cases c on c.id = n.case_id where i.delivery_id = d.id) as cases
       from deliveries d join endpoints e on e.id = d.endpoint_id where ${where}`,
      values,
    );
    return rows.map((r) => ({
      id: r.id,
      kind: r.kind,
      state: r.told,
      ...timesOf(r),
      attempts: r.attempts,
      nextAttemptAt: r.state === 'planned' ? instant(r.next_attempt_at) : null,
      error: r.error,
      dismissed: r.dismissed_at && { by: r.dismissed_by, at: at(r.dismissed_at), reason: r.dismissed_reason },
      endpoint: { id: r.endpoint_id, channel: r.channel, address: r.address, userId: r.user_id, unitId: r.unit_id },
      cases: r.cases,
      place: { at: r.exactly, id: r.id },
    }));
  }

  /** Returns the ways by which some lines of an inbox went out. */
  async pushesOf(notificationIds: readonly string[]): Promise<Push[]> {
    const rows: Pushed[] = await this.dataSource.query(
      `select n.id as notification_id, d.id, d.kind, d.error, e.channel, d.planned_at, d.due_at, d.sent_at, d.delivered_at, d.failed_at, n.read_at,
         case when d.state = 'delivered' and n.read_at is not null then 'read' else d.state end as told
       from notifications n join delivery_items i on i.notification_id = n.id join deliveries d on d.id = i.delivery_id join endpoints e on e.id = d.endpoint_id
       where n.id = any($1::bigint[]) order by n.id, d.planned_at, d.id`,
      [notificationIds],
    );
    return rows.map((r) => ({
      notificationId: r.notification_id,
      deliveryId: r.id,
      channel: r.channel,
      kind: r.kind,
      state: r.told,
      error: r.error,
      ...timesOf(r),
    }));
  }
}
