/** What the last message about a case came to, by whichever way got furthest. */
export interface LastReminderRow {
  case_id: string;
  at: Date;
  channel: string;
  state: string;
}

/**
 * $1 cases, $2 the deadline in question of each or null. The last message about that deadline, at whatever rung; without one, the last that
 * asked somebody to act. Of its ways the one that got furthest: read, then delivered, then sent; one out of the house before the inbox.
 */
export const LAST_REMINDER_SQL = `
  with last as (
    select distinct on (n.case_id) n.case_id, n.source
    from unnest($1::uuid[], $2::text[]) as item (case_id, deadline) join notifications n on n.case_id = item.case_id
    where case when item.deadline is null then n.kind = '待办' else starts_with(n.source, item.deadline || '/') end
    order by n.case_id, n.sent_at desc, n.id desc),
  inbox as (select l.case_id, n.id, n.sent_at, n.delivered_at, n.read_at from last l join notifications n on n.source = l.source),
  ways as (
    select case_id, sent_at as at, 'inbox' as channel, case when read_at is not null then 'read' when delivered_at is not null then 'delivered' else 'sent' end as state, 1 as far
    from inbox
    union all
    select b.case_id, coalesce(d.delivered_at, d.sent_at), e.channel, case when d.state <> 'delivered' then 'sent' when b.read_at is not null then 'read' else 'delivered' end, 0
    from inbox b join delivery_items i on i.notification_id = b.id join deliveries d on d.id = i.delivery_id join endpoints e on e.id = d.endpoint_id
    where d.state in ('sending', 'delivered'))
  select distinct on (case_id) case_id, at, channel, state from ways
  order by case_id, case state when 'read' then 0 when 'delivered' then 1 else 2 end, far, at desc`;
