import { turnsOf } from '#machines/kit/case/desk.js';
import type { Deadline } from '#machines/kit/case/occurrence.js';
import type { Wait } from '#machines/kit/case/standing.js';
import { instantOf } from '#machines/kit/words/dates.js';
import { isLate } from '#machines/kit/decide/timekeeping.js';
import { searchForm } from '#machines/kit/words/search-form.js';
import type { CaseRecord, Change, KeyedRequest, Answer, Loaded, OwedDeadline } from '#src/engine/ports.js';

/** Converts between the rows of PostgreSQL and the names of the engine. */

export const instant = (value: Date | string): string =>
  instantOf(typeof value === 'string' ? Date.parse(value) : value.getTime());

export interface DeadlineRow {
  id: string;
  name: string;
  occurrence: number;
  kind: Deadline['kind'];
  opened_on: string;
  starts_on: string;
  due_on: string | null;
  provisional: boolean;
  rule: string;
  status: Deadline['status'];
  pauses: Deadline['pauses'];
  rung: string | null;
  next_rung: string | null;
  next_at: string | null;
  closed_on: string | null;
  rang_at?: string | null;
}

export const deadlineOf = (row: DeadlineRow): Deadline => ({
  id: row.id,
  name: row.name,
  occurrence: row.occurrence,
  kind: row.kind,
  openedOn: row.opened_on,
  startsOn: row.starts_on,
  dueOn: row.due_on,
  provisional: row.provisional,
  rule: row.rule,
  status: row.status,
  pauses: row.pauses,
  rung: row.rung,
  nextRung: row.next_rung,
  nextAt: row.next_at === null ? null : instant(row.next_at),
  closedOn: row.closed_on,
  ...(row.rang_at ? { rangAt: instant(row.rang_at) } : {}),
});

const deadlineRow = (caseId: string, d: OwedDeadline) => ({
  id: d.id,
  case_id: caseId,
  name: d.name,
  occurrence: d.occurrence,
  kind: d.kind,
  opened_on: d.openedOn,
  starts_on: d.startsOn,
  due_on: d.dueOn,
  provisional: d.provisional,
  rule: d.rule,
  status: d.status,
  pauses: d.pauses,
  rung: d.rung,
  next_rung: d.nextRung,
  next_at: d.nextAt,
  closed_on: d.closedOn,
  owed_by: d.owedBy,
});

/** The row that `loadCase` reads. Instants of columns are dates, those within JSON are text. */
export interface LoadedRow {
  id: string;
  number: string;
  procedure: string;
  procedure_version: number;
  definition_hash: string;
  title: string;
  seq: number;
  stage: string | null;
  snapshot: CaseRecord['snapshot'];
  audience: CaseRecord['audience'];
  desk: CaseRecord['desk'];
  business_key: string | null;
  created_by: string;
  waiting_since: Date | null;
  created_at: Date;
  moved_at: Date;
  last_hash: string;
  counted_with: number;
  unit_id: string;
  unit_name: string;
  unit_kind: string;
  credit_code: string;
  supervising_unit_id: string | null;
  now: Date;
  deadlines: DeadlineRow[];
  documents: Loaded['documents'];
  done_late: DeadlineRow[];
  answered: AnswerRow | null;
}

/** An answer as it is kept under its key. */
export interface AnswerRow {
  request: string;
  status: number;
  body: string;
}

/** A number that was taken, and the instant of that. */
export interface TakenRow {
  now: Date;
  year: number;
  last: number;
}

export const loadedOf = (row: LoadedRow): Loaded => ({
  record: {
    id: row.id,
    number: row.number,
    procedure: row.procedure,
    procedureVersion: row.procedure_version,
    definitionHash: row.definition_hash,
    title: row.title,
    seq: row.seq,
    stage: row.stage,
    snapshot: row.snapshot,
    audience: row.audience,
    desk: row.desk,
    businessKey: row.business_key,
    createdBy: row.created_by,
    waitingSince: row.waiting_since === null ? null : instant(row.waiting_since),
    createdAt: instant(row.created_at),
    movedAt: instant(row.moved_at),
    lastHash: row.last_hash,
    unit: {
      id: row.unit_id,
      name: row.unit_name,
      kind: row.unit_kind,
      creditCode: row.credit_code,
      supervisingUnitId: row.supervising_unit_id,
    },
    countedWith: row.counted_with,
  },
  deadlines: row.deadlines.map(deadlineOf),
  documents: row.documents,
  doneLate: row.done_late.map(deadlineOf),
  now: instant(row.now),
  answered: row.answered && {
    request: row.answered.request,
    answer: { status: row.answered.status, body: row.answered.body },
  },
});

/** Returns the deadline that lists show: the duty that is due first, or was late when its clock was stopped. */
const nearest = (deadlines: readonly Deadline[]): Deadline | undefined =>
  deadlines
    .filter((d) => d.kind === 'duty' && d.dueOn !== null && (d.status === 'open' || isLate(d, d.dueOn)))
    .sort((a, b) => (a.dueOn! < b.dueOn! ? -1 : 1))[0];

const pausedSince = (deadlines: readonly Deadline[]): string | null =>
  deadlines.flatMap((d) => d.pauses.filter((p) => p.to === null).map((p) => p.from)).sort()[0] ?? null;

function caseRow({ record, state, lists }: Change) {
  const { position, deadlines } = state;
  const [wait] = position.waits;
  const due = nearest(deadlines);
  return {
    id: record.id,
    number: record.number,
    procedure: record.procedure,
    procedure_version: record.procedureVersion,
    definition_hash: record.definitionHash,
    title: record.title,
    seq: record.seq,
    snapshot: record.snapshot,
    stage: record.stage,
    states: position.states,
    state_label: position.label,
    status: position.status,
    unit_id: record.unit.id,
    audience: record.audience,
    desk: state.desk,
    business_key: record.businessKey,
    created_by: record.createdBy,
    lists,
    copies: [...new Set(state.desk.copies.map((copy) => copy.to))],
    waiting_kind: wait?.kind ?? null,
    waiting_party: wait?.partyLabel ?? null,
    waiting_principal: wait?.principal ?? null,
    waiting_clause: wait?.clause ?? null,
    waiting_since: record.waitingSince,
    todo: turnsOf(position.waits, state.desk),
    due_on: due?.dueOn ?? null,
    due_deadline: due?.id ?? null,
    paused_since: pausedSince(deadlines),
    created_at: record.createdAt,
    moved_at: record.movedAt,
    last_hash: record.lastHash,
    counted_with: record.countedWith,
    found_by: `${searchForm(record.title)} ${searchForm(record.number)}`,
  };
}

export const answerRow = (keyed: KeyedRequest, answer: Answer, at: string) => ({
  actor_id: keyed.actorId,
  key: keyed.key,
  request: keyed.request,
  status: answer.status,
  body: answer.body,
  at,
});

const waitKey = (caseId: string, { state, party, principal }: Wait) => ({
  case_id: caseId,
  state,
  party,
  principal: principal ?? '',
});

/** Returns the parameters of WRITE_CHANGE. */
export function parametersOf(
  change: Change,
  before: CaseRecord | null,
  keyed: KeyedRequest | null,
  answer: Answer | null,
  now: string,
): unknown[] {
  const { record, row, deadlines, notices, signals, links, reminder } = change;
  const caseId = record.id;
  const history = row && [
    {
      case_id: caseId,
      seq: row.seq,
      at: row.at,
      type: row.type,
      data: row.data,
      actor: row.actor,
      acting_for: row.actingFor ?? null,
      from_states: row.from,
      to_states: row.to,
      regulation: row.regulation ?? null,
      clauses: row.clauses,
      judged: row.judged,
      looked: row.looked ?? null,
      cause: row.cause ?? null,
      procedure_version: row.procedureVersion,
      prev_hash: row.prevHash,
      hash: row.hash,
    },
  ];
  const outbox = [
    ...notices.map(({ source, ...notice }) => ({
      case_id: caseId,
      kind: 'notice',
      source,
      payload: notice,
      created_at: now,
    })),
    ...signals.map((signal, i) => ({
      case_id: caseId,
      kind: 'signal',
      source: `${caseId}/${record.seq}/signal/${i}`,
      payload: signal,
      created_at: now,
    })),
  ];
  const rung = reminder && [
    {
      deadline_id: reminder.deadlineId,
      rung: reminder.rung,
      case_id: caseId,
      planned_at: reminder.plannedAt,
      fired_at: reminder.firedAt,
      seq: before?.seq ?? 0,
    },
  ];
  return [
    JSON.stringify(caseRow(change)),
    JSON.stringify(history ?? []),
    JSON.stringify(deadlines.map((d) => deadlineRow(caseId, d))),
    JSON.stringify(outbox),
    JSON.stringify(rung ?? []),
    JSON.stringify(keyed && answer ? [answerRow(keyed, answer, now)] : []),
    row === null && before !== null ? 0 : 1,
    JSON.stringify(
      links.flatMap(({ relation, inverse, to }) => [
        { from_case: caseId, kind: relation, to_case: to },
        { from_case: to, kind: inverse, to_case: caseId },
      ]),
    ),
    JSON.stringify(
      change.waits.begun.map((wait) => ({
        ...waitKey(caseId, wait),
        seq: record.seq,
        kind: wait.kind,
        clause: wait.clause,
        stage: wait.stage,
        since: row === null ? (record.waitingSince ?? record.movedAt) : now,
      })),
    ),
    JSON.stringify(change.waits.ended.map((wait) => waitKey(caseId, wait))),
    now,
  ];
}
