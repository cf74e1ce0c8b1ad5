import { LATE_STOPPED } from './late-stopped-sql.js';
import { ADMINISTRATOR, FAULTS_SQL } from './faults-sql.js';

/**
 * What stands still, one row for each one waited for: if a case waits for two offices, each has a row of its own, so
 * that each can be called. All of it is written in the transaction of the last event. `rank` counts in the order of
 * STUCK_KINDS; `since` is the instant it is counted from; `matter` tells the rows of a case apart.
 */

const ASIDE = `(status = 'suspended' or waiting_kind is distinct from 'outside')`;

/** A duty that is late, or nearly late: one row for each who owes it. */
const DUTIES = `
  select d.case_id, case when d.status = 'paused' or d.due_on < :today then 1 else 3 end as rank, d.due_on::timestamp at time zone 'Asia/Shanghai' as since,
    d.id || ' ' || coalesce(o.principal, '') as matter, d.id as deadline, o.principal, null as state, null as fault,
    null::jsonb as delivery
  from deadlines d left join lateral unnest(d.owed_by) o (principal) on true
  where d.kind = 'duty' and (d.status = 'open' and d.due_on <= :yellowUntil or ${LATE_STOPPED})`;

/** A body that never logs in has the paper. */
const OUTSIDE = `
  select w.case_id, 4, w.since, w.state || ' ' || w.party, null, w.principal, w.state, null, null
  from waits w join cases x on x.id = w.case_id
  where w.until is null and w.kind = 'outside' and x.status = 'active'`;

/**
 * A clock that stands still for a body outside belongs to the row of that body, not to a pause. If the case itself is
 * suspended, it is a pause.
 */
const PAUSED = `
  select id, 2, paused_since::timestamp at time zone 'Asia/Shanghai', 'paused', null, waiting_principal, null, null, null
  from cases where status in ('active', 'suspended') and paused_since < :pausedBefore and ${ASIDE}`;

/**
 * An office that does not move its part: it owes nothing that is late or due soon, and nobody outside has the paper. A
 * late duty of somebody else does not excuse it.
 */
const IDLE = `
  select w.case_id, 5, x.moved_at, w.state || ' ' || w.party || ' ' || w.principal, null, w.principal, w.state, null, null
  from waits w join cases x on x.id = w.case_id
  where w.until is null and w.kind in ('unit', 'role') and x.status = 'active' and x.waiting_kind in ('unit', 'role') and x.moved_at < :idleBefore
    and not exists (
      select 1 from deadlines d
      where d.case_id = x.id and d.kind = 'duty' and d.status = 'open' and d.due_on <= :yellowUntil and w.principal = any(d.owed_by))`;

/** A failure of the program is the administrator's, one row for each, whoever the case waits for. */
const FAULTED = `select case_id, 0, at, id, null, '${ADMINISTRATOR}', null, fault, delivery from (${FAULTS_SQL}) f`;

export const MATTERS = `(${[DUTIES, OUTSIDE, PAUSED, IDLE, FAULTED].join(' union all ')})`;

/** Returns the colour of a row: its own if it has one, otherwise the colour of its case. */
export const matterLight = (ofCase: string): string =>
  `case m.rank when 1 then 'red' when 3 then 'yellow' when 2 then 'grey' else ${ofCase} end`;
