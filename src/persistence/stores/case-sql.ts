import { MOST_DONE_LATE } from '#machines/kit/decide/timekeeping.js';
import { DONE_LATE } from './late-stopped-sql.js';
import { KEEP_ANSWERS, NEXT_SEQ_ONLY, ROW_LOCK } from './guards-sql.js';

/** The statements of a decision. They have names, so that the server parses each once for a connection. */

export const LOCK_CASE = { name: 'lock-case', text: `select 1 from cases where id = $1 ${ROW_LOCK}` };

/** The last ring of each deadline. Only a recount reads it, because it costs a lookup for each deadline. */
const RANG_AT = ', (select max(r.fired_at) from reminders r where r.deadline_id = deadlines.id) as rang_at';

/**
 * Reads everything a decision needs, as one row of JSON. `now` is the clock's expression; $1 case, $2 actor, $3 key.
 */
export const loadCase = (now: string) => ({ name: 'load-case', text: caseText(now) });
export const loadToRecount = (now: string) => ({ name: 'load-to-recount', text: caseText(now, { rangAt: RANG_AT }) });
/** Reads several cases. $1 cases, the other parameters as for one. */
export const loadCases = (now: string) => ({
  name: 'load-cases',
  text: caseText(now, { where: 'c.id = any($1::uuid[]) order by c.id' }),
});

const DEADLINE_ROW =
  'id, name, occurrence, kind, opened_on, starts_on, due_on, provisional, rule, status, pauses, rung, next_rung, next_at, closed_on';

const caseText = (now: string, { rangAt = '', where = 'c.id = $1' } = {}): string =>
  `select
       c.id, c.number, c.procedure, c.procedure_version, c.definition_hash, c.title, c.seq, c.stage, c.snapshot, c.audience, c.desk, c.business_key, c.created_by,
       c.waiting_since, c.created_at, c.moved_at, c.last_hash, c.counted_with,
       u.id as unit_id, u.name as unit_name, u.kind as unit_kind, u.credit_code, u.supervising_unit_id,
       ${now} as now,
       (select coalesce(json_agg(d), '[]') from (
          select ${DEADLINE_ROW}${rangAt}
          from deadlines where case_id = c.id and status in ('open', 'paused') order by occurrence, name collate "C") d) as deadlines,
       (select coalesce(json_agg(f), '[]') from (
          select id, kind, sha256, name, size, (uploaded_at at time zone 'Asia/Shanghai')::date::text as "uploadedOn" from documents where case_id = c.id order by uploaded_at, id) f) as documents,
       (select coalesce(json_agg(l), '[]') from (
          select ${DEADLINE_ROW} from deadlines where case_id = c.id and ${DONE_LATE}
          order by closed_on desc, occurrence desc, name collate "C" limit ${MOST_DONE_LATE}) l) as done_late,
       (select json_build_object('request', a.request, 'status', a.status, 'body', a.body)
          from answers a where a.actor_id = $2 and a.key = $3) as answered
     from cases c join units u on u.id = c.unit_id
     where ${where}`;

/** Takes a new number, and reads the present instant. $1 prefix. */
export const takeNumber = (now: string) => ({
  name: 'take-number',
  text: `with clock as (select ${now} as now),
     taken as (
       insert into case_numbers (prefix, year, last)
       select $1, extract(year from now at time zone 'Asia/Shanghai')::int, 1 from clock
       on conflict (prefix, year) do update set last = case_numbers.last + 1
       returning year, last)
     select clock.now, taken.year, taken.last from clock, taken`,
});

/** Allows one request under a key at a time, also if there is no case to lock yet. $1 actor, $2 key. */
export const LOCK_KEY = {
  name: 'lock-key',
  text: `select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 0))`,
};
export const FIND_ANSWER = {
  name: 'find-answer',
  text: 'select request, status, body from answers where actor_id = $1 and key = $2',
};

const CASE_COLUMNS = `id, number, procedure, procedure_version, definition_hash, title, seq, snapshot, stage, states, state_label, status, unit_id,
  audience, desk, business_key, created_by, copies, waiting_kind, waiting_party, waiting_principal, waiting_clause, waiting_since, todo, lists, due_on, due_deadline, paused_since, created_at, moved_at, last_hash, counted_with, found_by`;
const HISTORY_COLUMNS =
  'case_id, seq, at, type, data, actor, acting_for, from_states, to_states, regulation, clauses, judged, looked, cause, procedure_version, prev_hash, hash';
const DEADLINE_COLUMNS =
  'id, case_id, name, occurrence, kind, opened_on, starts_on, due_on, provisional, rule, status, pauses, rung, next_rung, next_at, closed_on, owed_by';
const WAIT_COLUMNS = 'case_id, seq, state, party, principal, kind, clause, stage, since';

/** PostgreSQL's code for the error with which WRITE_CHANGE ends if the case was not written. */
export const DIVISION_BY_ZERO = '22012';

/**
 * Writes all of a change in one statement. $1 case, $2 history rows, $3 deadlines, $4 outbox, $5 reminders, $6 answers,
 * $8 links, $9 waits that begin, $10 waits that end (at $11): each a JSON array of rows. It writes everything or
 * nothing: if the case is not overwritten (NEXT_SEQ_ONLY) it fails with DIVISION_BY_ZERO.
 */
export const WRITE_CHANGE = {
  name: 'write-change',
  text: `with
    c as (
      insert into cases (${CASE_COLUMNS})
      select ${CASE_COLUMNS} from json_populate_record(null::cases, $1::json)
      on conflict (id) do update set
        title = excluded.title, seq = excluded.seq, snapshot = excluded.snapshot, stage = excluded.stage, states = excluded.states,
        state_label = excluded.state_label, status = excluded.status, audience = excluded.audience, desk = excluded.desk, copies = excluded.copies, waiting_kind = excluded.waiting_kind,
        waiting_party = excluded.waiting_party, waiting_principal = excluded.waiting_principal, waiting_clause = excluded.waiting_clause,
        waiting_since = excluded.waiting_since, todo = excluded.todo, lists = excluded.lists, due_on = excluded.due_on, due_deadline = excluded.due_deadline,
        paused_since = excluded.paused_since, moved_at = excluded.moved_at, last_hash = excluded.last_hash,
        counted_with = excluded.counted_with, found_by = excluded.found_by
      ${NEXT_SEQ_ONLY}
      returning 1),
    h as (insert into history (${HISTORY_COLUMNS}) select ${HISTORY_COLUMNS} from json_populate_recordset(null::history, $2::json)),
    d as (
      insert into deadlines (${DEADLINE_COLUMNS})
      select ${DEADLINE_COLUMNS} from json_populate_recordset(null::deadlines, $3::json)
      on conflict (id) do update set
        due_on = excluded.due_on, provisional = excluded.provisional, rule = excluded.rule, status = excluded.status, pauses = excluded.pauses,
        rung = excluded.rung, next_rung = excluded.next_rung, next_at = excluded.next_at, closed_on = excluded.closed_on, fault = null,
        -- Who owed it last is what is asked of one that is closed.
        owed_by = case when excluded.status in ('open', 'paused') then excluded.owed_by else deadlines.owed_by end),
    o as (
      insert into outbox (case_id, kind, source, payload, created_at, next_attempt_at)
      select case_id, kind, source, payload, created_at, created_at from json_populate_recordset(null::outbox, $4::json)),
    r as (
      insert into reminders (deadline_id, rung, case_id, planned_at, fired_at, seq)
      select deadline_id, rung, case_id, planned_at, fired_at, seq from json_populate_recordset(null::reminders, $5::json)),
    e as (
      -- The database's clock may have been set back meanwhile.
      update waits w set until = greatest(w.since, $11)
      from json_populate_recordset(null::waits, $10::json) x
      where w.case_id = x.case_id and w.state = x.state and w.party = x.party and w.principal = x.principal and w.until is null),
    w as (insert into waits (${WAIT_COLUMNS}) select ${WAIT_COLUMNS} from json_populate_recordset(null::waits, $9::json) on conflict do nothing),
    l as (
      insert into case_links (from_case, kind, to_case)
      select from_case, kind, to_case from json_populate_recordset(null::case_links, $8::json)
      on conflict do nothing),
    a as (${KEEP_ANSWERS})
    -- Where nobody wrote the case nothing else may be written either: the division fails, and with it the commit that follows.
    select 1 / count(*) from c`,
};

/** Keeps an answer without a change, for a refusal. $1 answers. */
export const WRITE_ANSWER = {
  name: 'write-answer',
  text: `insert into answers (actor_id, key, request, status, body, at)
    select actor_id, key, request, status, body, at from json_populate_recordset(null::answers, $1::json)`,
};
