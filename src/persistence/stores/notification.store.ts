import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';

export interface NotificationFilter {
  unread: boolean;
  kind?: '待办' | '待阅' | undefined;
  case?: string | undefined;
}

interface Row {
  id: string;
  kind: string;
  title: string;
  text: string;
  urgent: boolean;
  case_id: string;
  number: string;
  case_title: string;
  planned_at: Date;
  sent_at: Date;
  delivered_at: Date | null;
  read_at: Date | null;
}

const instant = (value: Date | null): IsoInstant | null => value && instantOf(value.getTime());

const view = (r: Row) => ({
  id: r.id,
  kind: r.kind,
  title: r.title,
  text: r.text,
  urgent: r.urgent,
  case: { id: r.case_id, number: r.number, title: r.case_title },
  plannedAt: instant(r.planned_at),
  sentAt: instant(r.sent_at),
  deliveredAt: instant(r.delivered_at),
  readAt: instant(r.read_at),
  channel: 'inbox',
});

export type NotificationView = ReturnType<typeof view>;

@Injectable()
export class NotificationStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns the notifications, newest first. `before` is the id of the last one of the page before. */
  async mine(
    userId: string,
    { unread, kind, case: caseId }: NotificationFilter,
    limit: number,
    before: string | null,
  ): Promise<NotificationView[]> {
    const rows: Row[] = await this.dataSource.query(
      `select n.id, n.kind, n.title, n.text, n.urgent, n.case_id, c.number, c.title as case_title, n.planned_at, n.sent_at, n.delivered_at, n.read_at
       from notifications n join cases c on c.id = n.case_id
       where n.user_id = $1 and ($2::bigint is null or n.id < $2) and (not $3 or n.read_at is null) and ($4::text is null or n.kind = $4)
         and ($5::uuid is null or n.case_id = $5)
       order by n.id desc limit $6`,
      [userId, before, unread, kind ?? null, caseId ?? null, limit],
    );
    return rows.map(view);
  }

  /** Returns false if it is not this person's. Reading twice keeps the first time. */
  async read(userId: string, id: string, at: IsoInstant): Promise<boolean> {
    const [, changed] = await this.dataSource.query(
      'update notifications set read_at = coalesce(read_at, $3) where id = $1 and user_id = $2',
      [id, userId, at],
    );
    return changed === 1;
  }
}
