import pg from 'pg';
import type { Cause } from '#machines/kit/case/cause.js';
import { instantOf, type IsoDate, type IsoInstant } from '#machines/kit/words/dates.js';
import { ANSWERS_KEPT_MS } from '#src/timers/answers-kept.js';
import type { Json } from './json.js';

export interface CaseRow {
  id: string;
  number: string;
  procedure: string;
  procedure_version: number;
  title: string;
  seq: number;
  snapshot: Json;
  stage: string | null;
  states: string[];
  state_label: string;
  status: string;
  unit_id: string;
  audience: string[];
  desk: Json;
  copies: string[];
  created_by: string;
  waiting_kind: string | null;
  waiting_party: string | null;
  waiting_principal: string | null;
  waiting_clause: string | null;
  waiting_since: IsoInstant | null;
  todo: string[];
  due_on: IsoDate | null;
  due_deadline: string | null;
  lists: string[];
  paused_since: IsoDate | null;
  created_at: IsoInstant;
  moved_at: IsoInstant;
  last_hash: string;
}

export interface HistoryRow {
  case_id: string;
  seq: number;
  at: IsoInstant;
  type: string;
  data: Json;
  actor: { id: string; name: string; unit: string | null };
  acting_for: { id: string; name: string; unit: string | null } | null;
  from_states: string[];
  to_states: string[];
  regulation: string | null;
  clauses: string[];
  judged: Json;
  looked: Record<string, { case: string; seq: number }[]> | null;
  cause: Cause | null;
  procedure_version: number;
  prev_hash: string;
  hash: string;
}

export interface DeadlineRow {
  id: string;
  case_id: string;
  name: string;
  occurrence: number;
  kind: string;
  opened_on: IsoDate;
  starts_on: IsoDate;
  due_on: IsoDate | null;
  provisional: boolean;
  rule: string;
  status: string;
  pauses: Json;
  rung: string | null;
  next_rung: string | null;
  next_at: IsoInstant | null;
  closed_on: IsoDate | null;
  fault: string | null;
  owed_by: string[];
}

export interface WaitRow {
  case_id: string;
  seq: number;
  state: string;
  party: string;
  principal: string;
  kind: string;
  clause: string | null;
  stage: string | null;
  since: IsoInstant;
  until: IsoInstant | null;
}

export interface ReminderRow {
  deadline_id: string;
  rung: string;
  case_id: string;
  planned_at: IsoInstant;
  fired_at: IsoInstant;
  seq: number | null;
}

export interface OutboxRow {
  id: string;
  case_id: string;
  kind: 'notice' | 'signal';
  source: string;
  payload: Json;
  created_at: IsoInstant;
  done_at: IsoInstant | null;
  failed_at: IsoInstant | null;
  error: string | null;
}

export interface NotificationRow {
  id: string;
  user_id: string;
  case_id: string;
  kind: string;
  title: string;
  text: string;
  source: string;
  sent_at: IsoInstant;
}

export interface AnswerRow {
  actor_id: string;
  key: string;
  status: number;
  body: string;
}

export interface DocumentRow {
  id: string;
  case_id: string;
  kind: string;
  sha256: string;
  uploaded_at: IsoInstant;
  case_seq: number | null;
}

export interface LinkRow {
  from_case: string;
  kind: string;
  to_case: string;
}

export interface UnitRow {
  id: string;
  name: string;
  kind: string;
  credit_code: string;
  supervising_unit_id: string | null;
}

export interface UserRow {
  id: string;
  name: string;
  unit_id: string | null;
  roles: string[];
  active: boolean;
  head: boolean;
}

export interface AbsenceRow {
  user_id: string;
  substitute_id: string;
  from_day: IsoDate;
  to_day: IsoDate;
  ended_at: IsoInstant | null;
}

export interface YearRow {
  year: number;
  status: 'published' | 'estimated';
  holidays: IsoDate[];
  makeup_workdays: IsoDate[];
  source: string;
}

export interface ParameterRow {
  regulation: string | null;
  key: string;
  value: number;
  from_day: IsoDate;
  source: string;
}

/** Everything the checker reads, in one transaction that sees one moment. */
export interface Rows {
  /** The present instant of the installation's clock. */
  now: IsoInstant;
  /** An answer from before this instant may have been removed already. */
  answersSince: IsoInstant;
  cases: CaseRow[];
  history: HistoryRow[];
  deadlines: DeadlineRow[];
  waits: WaitRow[];
  reminders: ReminderRow[];
  outbox: OutboxRow[];
  notifications: NotificationRow[];
  answers: AnswerRow[];
  documents: DocumentRow[];
  links: LinkRow[];
  units: UnitRow[];
  users: UserRow[];
  absences: AbsenceRow[];
  years: YearRow[];
  parameters: ParameterRow[];
}

const QUERIES = {
  cases: 'select * from cases order by id',
  history: 'select * from history order by case_id, seq',
  deadlines: 'select * from deadlines order by case_id, occurrence, name',
  waits: 'select * from waits order by case_id, seq, state, party, principal',
  reminders: 'select * from reminders',
  outbox: 'select * from outbox order by id',
  notifications: 'select * from notifications order by id',
  answers: 'select actor_id, key, status, body from answers',
  documents: 'select id, case_id, kind, sha256, uploaded_at, case_seq from documents order by uploaded_at, id',
  links: 'select from_case, kind, to_case from case_links',
  units: 'select * from units',
  users: 'select id, name, unit_id, roles, active, head from users',
  absences: 'select user_id, substitute_id, from_day, to_day, ended_at from absences',
  years: 'select year, status, holidays, makeup_workdays, source from calendar_years',
  parameters: 'select regulation, key, value::float8 as value, from_day, source from parameters order by id',
} as const;

/** How many seconds of a fast clock pass in a second. Periods of keeping are counted by it. */
const RATE = `coalesce((select rate from fast_clock), 1)::float8`;
const NOW = `coalesce((select start + (clock_timestamp() - since) * rate from fast_clock), (select now from simulated_clock), clock_timestamp())`;

/**
 * Days stay text, and instants have the offset of Asia/Shanghai, so that nothing depends on the machine's own time
 * zone.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: unknown) => {
    if (oid === pg.types.builtins.DATE) return (day: string) => day;
    if (oid === pg.types.builtins.TIMESTAMPTZ)
      return (at: string) => instantOf(Date.parse(at.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')));
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

export async function readRows(databaseUrl: string): Promise<Rows> {
  const client = new pg.Client({ connectionString: databaseUrl, types });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const rows: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(QUERIES)) rows[name] = (await client.query(text)).rows;
    const {
      rows: [clock],
    } = await client.query<{ now: IsoInstant; rate: number }>(`select ${NOW} as now, ${RATE} as rate`);
    const { now, rate } = clock!;
    return {
      ...rows,
      now,
      answersSince: instantOf(Date.parse(now) - ANSWERS_KEPT_MS * Math.max(1, rate)),
    } as unknown as Rows;
  } finally {
    await client.end();
  }
}
