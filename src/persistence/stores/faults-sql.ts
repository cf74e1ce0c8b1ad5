/**
 * Cases of which something has failed, what and since when, one row for each fault: a deadline that does not ring, a message nobody could
 * get, one that could not be brought.
 */
export const FAULTS_SQL = `
  select case_id, fault, coalesce(next_at, opened_on::timestamptz) as at from deadlines where fault is not null
  union all select case_id, error, failed_at from outbox where failed_at is not null
  union all select n.case_id, d.fault, coalesce(d.failed_at, d.due_at) from deliveries d join delivery_items i on i.delivery_id = d.id
    join notifications n on n.id = i.notification_id where d.fault is not null`;
