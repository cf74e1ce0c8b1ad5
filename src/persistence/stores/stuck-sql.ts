import { ADMINISTRATOR, FAULTS_SQL } from './faults-sql.js';

/**
 * What stands still, a row a matter: of a case that waits for two offices each is a matter of its own, to be chased by itself. All of it
 * is written in the transaction of the last event. `rank` counts in the order of STUCK_KINDS; `since` is what it is counted from;
 * `matter` tells the rows of a case apart.
 */

const ASIDE = `(status = 'suspended' or waiting_kind is distinct from 'outside')`;

/** A duty that is late, or nearly, once for each who owes it. */
const DUTIES = `
  select d.case_id, case when d.due_on < :today then 1 else 3 end as rank, d.due_on::timestamp at time zone 'Asia/Shanghai' as since,
    d.id || ' ' || coalesce(o.principal, '') as matter, d.id as deadline, o.principal, null as state, null as fault,
    null::jsonb as delivery
  from deadlines d left join lateral unnest(d.owed_by) o (principal) on true
  where d.kind = 'duty' and d.status = 'open' and d.due_on <= :yellowUntil`;

/** A body that never logs in has the paper. */
const OUTSIDE = `
  select w.case_id, 4, w.since, w.state || ' ' || w.party, null, w.principal, w.state, null, null
  from waits w join cases x on x.id = w.case_id
  where w.until is null and w.kind = 'outside' and x.status = 'active'`;

/** A clock that stands still for a body outside is that body's wait, not somebody's pause — unless the case itself is suspended. */
const PAUSED = `
  select id, 2, paused_since::timestamp at time zone 'Asia/Shanghai', 'paused', null, waiting_principal, null, null, null
  from cases where status in ('active', 'suspended') and paused_since < :pausedBefore and ${ASIDE}`;

/** Whoever is waited for owes nothing that is late or due soon, nobody outside has it, and yet nobody has moved it: what somebody else owes is no excuse. */
const IDLE = `
  select w.case_id, 5, x.moved_at, w.state || ' ' || w.party || ' ' || w.principal, null, w.principal, w.state, null, null
  from waits w join cases x on x.id = w.case_id
  where w.until is null and w.kind in ('unit', 'role') and x.status = 'active' and x.waiting_kind in ('unit', 'role') and x.moved_at < :idleBefore
    and not exists (
      select 1 from deadlines d
      where d.case_id = x.id and d.kind = 'duty' and d.status = 'open' and d.due_on <= :yellowUntil and w.principal = any(d.owed_by))`;

/** What the program itself could not do is the administrator's, one by one, whoever the case waits for. */
const FAULTED = `select case_id, 0, at, id, null, '${ADMINISTRATOR}', null, fault, delivery from (${FAULTS_SQL}) f`;

export const MATTERS = `(${[DUTIES, OUTSIDE, PAUSED, IDLE, FAULTED].join(' union all ')})`;

/** The colour of a matter: its own where it has one, otherwise the colour of its case. */
export const matterLight = (ofCase: string): string =>
  `case m.rank when 1 then 'red' when 3 then 'yellow' when 2 then 'grey' else ${ofCase} end`;
