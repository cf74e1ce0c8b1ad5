import { turnsOf } from '#machines/kit/case/desk.js';
import type { Deadline } from '#machines/kit/case/occurrence.js';
import type { Related } from '#machines/kit/case/relation.js';
import { sealed } from '#machines/kit/case/view.js';
import { listsOf } from '#machines/kit/decide/lists-of.js';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import type { Findings } from './finding.js';
import { grouped, same } from './json.js';
import { lateWhenStopped } from './late.js';
import { Life } from './life.js';
import type { CaseRow, DeadlineRow, Rows, WaitRow } from './rows.js';
import type { World } from './world.js';

/**
 * b. Every case is where its history leads. c. No ring is missing, and none is too many. `until` is the instant up to
 * which everything due must have happened.
 */
export function checkLives(rows: Rows, world: World, until: IsoInstant, findings: Findings): Map<string, Life> {
  const history = grouped(rows.history, (h) => h.case_id);
  const reminders = grouped(rows.reminders, (r) => r.case_id);
  const deadlines = grouped(rows.deadlines, (d) => d.case_id);
  const waits = grouped(rows.waits, (w) => w.case_id);
  const lives = new Map<string, Life>();
  const seen = (caseId: string, seq: number): Related => relatedOf(lives.get(caseId), seq, world);
  for (const row of rows.cases)
    lives.set(row.id, new Life(row, history.get(row.id) ?? [], reminders.get(row.id) ?? [], world, seen, findings));
  for (const life of lives.values()) {
    life.liveOn();
    checkDeadlines(life, deadlines.get(life.row.id) ?? [], until, findings);
    checkWaits(life, waits.get(life.row.id) ?? [], findings);
    checkColumns(life, world, findings);
  }
  return lives;
}

/** Returns the case as the database showed it to another case. */
function relatedOf(life: Life | undefined, seq: number, world: World): Related {
  const state = life?.stateAt(seq);
  if (!life || !state) throw new Error(`what another case looked like at its event ${seq} is not known`);
  const { row } = life;
  const { status, stage, states, label } = state.position;
  return {
    id: row.id,
    number: row.number,
    procedure: row.procedure,
    version: row.procedure_version,
    title: state.title,
    unit: world.unit(row.unit_id),
    status,
    stage,
    label,
    inside: sealed({ context: state.snapshot.context, states }),
    seq,
  };
}

function checkDeadlines(life: Life, rows: readonly DeadlineRow[], until: IsoInstant, findings: Findings): void {
  if (!life.state) return;
  const kept = new Map(rows.map((row) => [row.id, row]));
  for (const [id, d] of life.deadlines) {
    const owed = life.owed(d);
    const row = kept.get(id);
    if (!row) {
      findings.lost(`deadline ${id} of case ${life.row.id} is not kept`);
      continue;
    }
    kept.delete(id);
    const wrong = Object.entries(asRow(d)).filter(([column, value]) => !same(value, row[column as keyof DeadlineRow]));
    for (const [column, value] of wrong)
      findings.wrong(
        `deadline ${id}: ${column} is ${JSON.stringify(row[column as keyof DeadlineRow])}, by its history ${JSON.stringify(value)}`,
      );
    if (owed !== null && !same(owed, row.owed_by))
      findings.wrong(`deadline ${id}: owed by ${row.owed_by.join()}, by its history by ${owed.join()}`);
    if (row.fault) findings.wrong(`deadline ${id}: ${row.fault}`);
    if (d.status === 'open' && d.nextAt !== null && Date.parse(d.nextAt) <= Date.parse(until))
      findings.lost(`rung ${d.nextRung} of deadline ${id} was due at ${d.nextAt} and has not rung by ${until}`);
  }
  for (const id of kept.keys())
    findings.wrong(`deadline ${id} is kept, and nothing in the history of case ${life.row.id} opens it`);
}

const asRow = (d: Deadline) => ({
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
  next_at: d.nextAt === null ? null : instantOf(Date.parse(d.nextAt)),
  closed_on: d.closedOn,
});

/** Checks who owes what runs, and every stretch in which the case waited for somebody. */
function checkWaits(life: Life, rows: readonly WaitRow[], findings: Findings): void {
  if (!life.state) return;
  const told = (w: Omit<WaitRow, 'case_id'>): string =>
    [w.seq, w.state, w.party, w.principal, w.kind, w.clause, w.stage, w.since, w.until].join(' ');
  const [kept, lived] = [rows.map(told), life.waits.map(told)];
  for (const wait of lived)
    if (!kept.includes(wait)) findings.lost(`case ${life.row.id}: that it waited, ${wait}, is not kept`);
  for (const wait of kept)
    if (!lived.includes(wait)) findings.wrong(`case ${life.row.id}: that it waited, ${wait}, is kept and not so`);
}

/** Works out anew what lists and supervision read of a case. */
function checkColumns({ state, row, waitingSince, movedAt }: Life, world: World, findings: Findings): void {
  if (!state) return;
  const { position, deadlines, desk } = state;
  const [wait] = position.waits;
  const running = deadlines.filter(
    (d) => d.kind === 'duty' && d.dueOn !== null && (d.status === 'open' || lateWhenStopped(d)),
  );
  const first = running.reduce<Deadline | undefined>(
    (found, d) => (found && found.dueOn! <= d.dueOn! ? found : d),
    undefined,
  );
  const since = deadlines.flatMap((d) => d.pauses.filter((p) => p.to === null).map((p) => p.from)).sort()[0];
  const expected: Partial<CaseRow> = {
    title: state.title,
    snapshot: state.snapshot,
    stage: position.stage,
    states: [...position.states],
    state_label: position.label,
    status: position.status,
    audience: [...state.audience],
    desk,
    copies: [...new Set(desk.copies.map((c) => c.to))],
    waiting_kind: wait?.kind ?? null,
    waiting_party: wait?.partyLabel ?? null,
    waiting_principal: wait?.principal ?? null,
    waiting_clause: wait?.clause ?? null,
    waiting_since: waitingSince,
    todo: turnsOf(position.waits, desk),
    due_on: first?.dueOn ?? null,
    due_deadline: first?.id ?? null,
    paused_since: since ?? null,
    moved_at: movedAt!,
    lists: listsOf(world.procedures.of(row.procedure, row.procedure_version), state),
  };
  for (const [column, value] of Object.entries(expected)) {
    const kept = row[column as keyof CaseRow];
    if (!same(value, kept))
      findings.wrong(`case ${row.id}: ${column} is ${JSON.stringify(kept)}, by its history ${JSON.stringify(value)}`);
  }
}
