/** Cases of which something has failed, and what, one row for each fault: a deadline that does not ring, a message nobody could get, one that could not be brought. */
export const FAULTS_SQL = `
  select case_id, fault from deadlines where fault is not null
  union all select case_id, error from outbox where failed_at is not null
  union all select n.case_id, d.fault from deliveries d join delivery_items i on i.delivery_id = d.id join notifications n on n.id = i.notification_id where d.fault is not null`;
