/**
 * A deadline that was late when its clock was stopped, by whatever stopped it first: it stays late (`isLate` of the
 * kit). For a query over `deadlines`.
 */
export const LATE_STOPPED = `(status = 'paused' and due_on is not null and not exists (
  select 1 from jsonb_to_recordset(pauses) p ("from" date, "to" date) where p.to is null and p.from <= due_on))`;

/** A duty that was done late (`wasLate` of the kit). The index `deadlines_done_late` holds its beginning. */
export const DONE_LATE = `(kind = 'duty' and status = 'done' and closed_on > due_on and not exists (
  select 1 from jsonb_to_recordset(pauses) p ("from" date, "to" date) where p.to = closed_on and p.from <= due_on))`;
