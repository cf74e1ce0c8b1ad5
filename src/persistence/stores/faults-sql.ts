import type { Principal } from '#machines/kit/words/party.js';

/** The role that takes care of what the program itself could not do. */
export const ADMINISTRATOR: Principal = 'role:admin';

/**
 * Selects the failures of cases, what and since when, one row for each fault: deadlines that do not ring, a message
 * without a recipient, one that could not be delivered. `id` tells them apart. `delivery` is present if somebody can
 * deliver the message after all.
 */
export const FAULTS_SQL = `
  select case_id, 'deadline ' || min(id) as id, fault, min(coalesce(next_at, opened_on::timestamp at time zone 'Asia/Shanghai')) as at, null::jsonb as delivery
    from deadlines where fault is not null group by case_id, fault
  union all select case_id, 'outbox ' || id, error, failed_at, null from outbox where failed_at is not null
  union all select distinct n.case_id, 'delivery ' || d.id, d.fault, coalesce(d.failed_at, d.due_at), jsonb_build_object('id', d.id, 'failed', d.state = 'failed')
    from deliveries d join delivery_items i on i.delivery_id = d.id join notifications n on n.id = i.notification_id where d.fault is not null`;
