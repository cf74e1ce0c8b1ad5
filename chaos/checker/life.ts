import type { CaseState } from '#machines/kit/case/case.js';
import type { Notice } from '#machines/kit/case/notice.js';
import type { Deadline } from '#machines/kit/case/occurrence.js';
import type { Related, RelatedCases } from '#machines/kit/case/relation.js';
import type { Accepted } from '#machines/kit/decide/settle.js';
import { Replay } from '#machines/kit/decide/replay.js';
import { owedBy } from '#machines/kit/decide/ring.js';
import { FIRES } from '#machines/kit/law/ladder.js';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import type { Principal } from '#machines/kit/words/party.js';
import type { Findings } from './finding.js';
import { same, type Json } from './json.js';
import type { CaseRow, HistoryRow, ReminderRow } from './rows.js';
import type { World } from './world.js';

/** What a case must have sent: a message, or an event for other cases. */
export interface Sent {
  source: string;
  kind: 'notice' | 'signal';
  payload: Json;
}

/** A stretch in which the case waited for somebody, as `waits` keeps it. */
export interface Stretch {
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

/** Returns a case as another case could see it at one of its events. */
export type SeenAs = (caseId: string, seq: number) => Related;

type Happening =
  { at: IsoInstant; rang: ReminderRow; row?: undefined } | { at: IsoInstant; row: HistoryRow; rang?: undefined };

/** Replays one case from its rows, event by event and ring by ring, and compares the result with the rows. */
export class Life {
  readonly deadlines = new Map<string, Deadline>();
  readonly sent: Sent[] = [];
  /** The seqs of the system's rows that the last day of a timer caused. */
  readonly brought = new Set<number>();
  readonly waits: Stretch[] = [];
  waitingSince: IsoInstant | null = null;
  movedAt: IsoInstant | null = null;
  private readonly states: CaseState[] = [];
  private readonly replay: Replay;
  private readonly happenings: Happening[];
  private next = 0;
  private broken = false;

  constructor(
    readonly row: CaseRow,
    history: readonly HistoryRow[],
    reminders: readonly ReminderRow[],
    private readonly world: World,
    private readonly seen: SeenAs,
    private readonly findings: Findings,
  ) {
    const { calendar, directory } = world;
    const unit = world.unit(row.unit_id);
    const procedure = world.procedures.of(row.procedure, row.procedure_version);
    const regulation = world.procedures.regulationOf(procedure);
    this.replay = new Replay(procedure, {
      id: row.id,
      number: row.number,
      unit,
      regulation,
      calendar,
      parameters: world.parameters.of(regulation),
      directory,
    });
    this.happenings = [
      ...reminders.map((rang): Happening => ({ at: rang.fired_at, rang })),
      ...history.map((h): Happening => ({ at: h.at, row: h })),
    ].sort(inOrder);
  }

  /** Null once something could not be replayed. The findings say what. */
  get state(): CaseState | null {
    return this.broken || this.states.length === 0 ? null : this.replay.state;
  }

  /** Returns who owes a deadline that runs now. Null if it does not run. */
  owed(d: Deadline): Principal[] | null {
    const { state } = this;
    if (!state?.deadlines.some((running) => running.id === d.id)) return null;
    return [...new Set(owedBy(this.replay.procedure, state, d, { unit: this.world.unit(this.row.unit_id) }))];
  }

  /** Returns the state after event `seq`, before anything later. */
  stateAt(seq: number): CaseState | null {
    this.liveTo(seq);
    return this.states[seq - 1] ?? null;
  }

  liveOn(): void {
    this.liveTo(Number.POSITIVE_INFINITY);
  }

  private liveTo(seq: number): void {
    while (!this.broken && this.states.length < seq && this.next < this.happenings.length) {
      const happening = this.happenings[this.next++]!;
      try {
        if (happening.rang) this.ring(happening.rang);
        else this.event(happening.row!);
      } catch (error) {
        this.broken = true;
        this.findings.wrong(
          `case ${this.row.id}: ${happening.rang ? `rung ${happening.rang.rung} of ${happening.rang.deadline_id}` : `event ${happening.row!.seq} ${happening.row!.type}`} at ${happening.at} can't be lived through: ${(error as Error).message}`,
        );
      }
    }
  }

  private event(row: HistoryRow): void {
    const before = this.states.length === 0 ? null : this.replay.state;
    const brought = this.brought.has(row.seq);
    if (before && !brought)
      this.overtaken(
        before.deadlines.filter((d) => isDue(d, row.at)),
        `event ${row.seq} ${row.type}`,
        row.at,
      );
    const actor = this.world.actorOf(row);
    const accepted = this.replay.event({
      at: row.at,
      type: row.type,
      data: row.data,
      actor,
      related: this.relatedOf(row),
      documents: this.world.documentsOf(this.row.id, row.at, row.seq),
      ...(row.cause ? { cause: row.cause } : {}),
      clauses: row.clauses,
    });
    this.states.push(this.replay.state);
    const where = `case ${this.row.id}, event ${row.seq} ${row.type}`;
    if (!same(row.to_states, accepted.next.position.states))
      this.findings.wrong(
        `${where}: leads to ${accepted.next.position.states.join(', ')}, history says ${row.to_states.join(', ')}`,
      );
    if (!same(row.from_states, accepted.from))
      this.findings.wrong(
        `${where}: comes from ${accepted.from.join(', ')}, history says ${row.from_states.join(', ')}`,
      );
    if (row.regulation !== null && row.regulation !== this.world.procedures.regulationOf(this.replay.procedure).id)
      this.findings.wrong(`${where}: history says it was decided under ${row.regulation}`);
    if (!same(row.clauses, accepted.clauses))
      this.findings.wrong(`${where}: cites ${accepted.clauses.join(', ')}, history says ${row.clauses.join(', ')}`);
    for (const d of accepted.changedDeadlines) this.deadlines.set(d.id, d);
    this.sends(accepted.notices, `${this.row.id}/${row.seq}`, row.at);
    accepted.signals.forEach((signal, i) =>
      this.sent.push({ source: `${this.row.id}/${row.seq}/signal/${i}`, kind: 'signal', payload: signal }),
    );
    this.countWaiting(before, accepted, row);
    this.keepWaits(accepted, row);
  }

  private ring(rang: ReminderRow): void {
    const { state } = this.replay;
    const where = `rung ${rang.rung} of deadline ${rang.deadline_id}`;
    const deadline = state.deadlines.find((d) => d.id === rang.deadline_id);
    if (!deadline || deadline.status !== 'open' || deadline.nextRung !== rang.rung) {
      this.findings.wrong(
        `${where} rang at ${rang.fired_at} although ${deadline ? `it is ${deadline.status} and ${deadline.nextRung ?? 'nothing'} was next` : 'the deadline did not run'}`,
      );
      return;
    }
    if (deadline.nextAt !== rang.planned_at)
      this.findings.wrong(`${where} was planned for ${rang.planned_at}, by the law for ${deadline.nextAt}`);
    if (Date.parse(rang.fired_at) < Date.parse(deadline.nextAt!))
      this.findings.wrong(`${where} rang early: ${rang.fired_at} instead of ${deadline.nextAt}`);
    const done = this.replay.rung(rang.deadline_id, rang.fired_at);
    this.deadlines.set(deadline.id, done.deadline);
    this.sends(done.notices, `${rang.deadline_id}/${rang.rung}`, rang.planned_at);
    if (done.event !== null) this.moved(state.deadlines, deadline, done.event, rang);
  }

  /** The last day of a timer moves the case in the same transaction, after what was due before it. */
  private moved(deadlines: readonly Deadline[], timer: Deadline, type: string, { fired_at }: ReminderRow): void {
    const following = this.happenings[this.next]?.row;
    const there =
      following !== undefined &&
      following.type === type &&
      following.at === fired_at &&
      following.actor.id === 'system';
    const due = this.replay.takes(type, fired_at, this.world.documentsOf(this.row.id, fired_at));
    if (due && !there)
      this.findings.lost(`deadline ${timer.id} ran out at ${fired_at} and ${type} did not move case ${this.row.id}`);
    if (!due && there)
      this.findings.wrong(
        `deadline ${timer.id} ran out at ${fired_at} and ${type} moved case ${this.row.id}, which the law does not do there`,
      );
    if (!there) return;
    this.brought.add(following.seq);
    const before = deadlines.filter((d) => d !== timer && isDue(d, fired_at) && inTurn(d, timer) < 0);
    this.overtaken(before, `${type}, brought by ${timer.id},`, fired_at);
  }

  private overtaken(due: readonly Deadline[], by: string, at: IsoInstant): void {
    for (const d of due)
      this.findings.lost(
        `rung ${d.nextRung} of deadline ${d.id} was due at ${d.nextAt} and had not rung when ${by} came at ${at}`,
      );
  }

  private sends(notices: readonly Notice[], source: string, plannedAt: IsoInstant): void {
    notices.forEach((notice, i) =>
      this.sent.push({ source: `${source}/${i}`, kind: 'notice', payload: { ...notice, plannedAt } }),
    );
  }

  /** Counts what lists show: since when the case waits for the first of those it waits for, and when it last moved. */
  private countWaiting(before: CaseState | null, { next }: Accepted, { type, at }: HistoryRow): void {
    const isAct = Object.hasOwn(this.replay.procedure.acts, type);
    const [was, is] = [before?.position.waits[0], next.position.waits[0]];
    const goesOn = before !== null && (isAct || (was?.state === is?.state && was?.principal === is?.principal));
    if (!goesOn) this.waitingSince = is ? at : null;
    if (!isAct) this.movedAt = at;
  }

  private keepWaits({ next }: Accepted, { seq, at }: HistoryRow): void {
    const now = next.position.waits.map((w) => ({
      state: w.state,
      party: w.party,
      principal: w.principal ?? '',
      kind: w.kind,
      clause: w.clause,
      stage: w.stage,
    }));
    const is =
      (a: { state: string; party: string; principal: string }) =>
      (b: typeof a): boolean =>
        a.state === b.state && a.party === b.party && a.principal === b.principal;
    const open = this.waits.filter((w) => w.until === null);
    for (const w of open) if (!now.some(is(w))) w.until = Date.parse(at) < Date.parse(w.since) ? w.since : at;
    for (const w of now) if (!open.some(is(w))) this.waits.push({ ...w, seq, since: at, until: null });
  }

  private relatedOf({ looked }: HistoryRow): RelatedCases {
    return Object.fromEntries(
      Object.entries(looked ?? {}).map(([as, found]) => [as, found.map((f) => this.seen(f.case, f.seq))]),
    );
  }
}

const isDue = (d: Deadline, at: IsoInstant): boolean =>
  d.status === 'open' && d.nextAt !== null && Date.parse(d.nextAt) <= Date.parse(at);

/** Orders by due time. At one instant a reminder comes before a timer that moves the case. */
const inTurn = (a: Deadline, b: Deadline): number =>
  Date.parse(a.nextAt!) - Date.parse(b.nextAt!) ||
  Number(a.nextRung === FIRES) - Number(b.nextRung === FIRES) ||
  (a.id < b.id ? -1 : 1);

/**
 * A ring comes after the event it names, and before the one it has caused. Rings between two events are in the order of
 * time.
 */
function inOrder(a: Happening, b: Happening): number {
  if (a.row && b.row) return a.row.seq - b.row.seq;
  if (a.row) return -inOrder(b, a);
  const { rang } = a;
  if (b.row)
    return rang.seq === null ? Date.parse(rang.fired_at) - Date.parse(b.at) || -1 : rang.seq < b.row.seq ? -1 : 1;
  return (
    (rang.seq ?? 0) - (b.rang.seq ?? 0) ||
    Date.parse(rang.fired_at) - Date.parse(b.rang.fired_at) ||
    Date.parse(rang.planned_at) - Date.parse(b.rang.planned_at) ||
    Number(rang.rung === FIRES) - Number(b.rang.rung === FIRES) ||
    (rang.deadline_id < b.rang.deadline_id ? -1 : 1)
  );
}
