/**
 * One row of the stuck list, by its place there: the case, the deadline or null, and the people whose reading counts.
 */
export interface Reminded {
  id: string;
  deadline: string | null;
  users: readonly string[];
}

/** The result of the last message about a row of the stuck list, by the way that got furthest. */
export interface LastReminderRow {
  n: number;
  at: Date;
  channel: string;
  state: 'sent' | 'delivered' | 'read';
}

/**
 * $1 is a JSON array of rows of the stuck list, each with its place `n`. Finds the last message to any of those people
 * about that deadline, at any rung, or the last urging about the case. Without a deadline it finds the last message
 * that asked them to act. Among the ways of that message it takes the one that got furthest: read, then delivered, then
 * sent; a way out of the house before the inbox.
 */
export const LAST_REMINDER_SQL = `
  with item as (select * from jsonb_to_recordset($1::jsonb) as i (n int, id uuid, deadline text, users text[])),
  last as (
    select distinct on (item.n) item.n, item.users, m.source
    from item join notifications m on m.case_id = item.id and m.user_id = any(item.users)
    where case when item.deadline is null then m.kind = '待办' else starts_with(m.source, item.deadline || '/') or (m.urgent and starts_with(m.source, item.id || '/')) end
    order by item.n, m.sent_at desc, m.id desc),
  inbox as (
    select l.n, m.id, m.sent_at, m.delivered_at, m.read_at from last l join notifications m on m.source = l.source and m.user_id = any(l.users)),
  ways as (
    select n, sent_at as at, 'inbox' as channel, case when read_at is not null then 'read' when delivered_at is not null then 'delivered' else 'sent' end as state, 1 as far
    from inbox
    union all
    select b.n, coalesce(d.delivered_at, d.sent_at), e.channel, case when d.state <> 'delivered' then 'sent' when b.read_at is not null then 'read' else 'delivered' end, 0
    from inbox b join delivery_items i on i.notification_id = b.id join deliveries d on d.id = i.delivery_id join endpoints e on e.id = d.endpoint_id
    where d.state in ('sending', 'delivered'))
  select distinct on (n) n, at, channel, state from ways
  order by n, case state when 'read' then 0 when 'delivered' then 1 else 2 end, far, at desc`;
