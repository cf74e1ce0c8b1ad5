import { setImmediate as roundTrip } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type { Signal } from '#machines/kit/case/case.js';
import type { DocumentFact } from '#machines/kit/case/facts.js';
import type { Notice } from '#machines/kit/case/notice.js';
import type { Deadline } from '#machines/kit/case/occurrence.js';
import type { Look, Related } from '#machines/kit/case/relation.js';
import type { Position } from '#machines/kit/case/standing.js';
import { sealed } from '#machines/kit/case/view.js';
import { doneLateOf } from '#machines/kit/decide/timekeeping.js';
import { dayOf, type IsoInstant } from '#machines/kit/words/dates.js';
import {
  AlreadyBegun,
  KeyTaken,
  type Answer,
  type Answered,
  type CaseRecord,
  type CaseStore,
  type Change,
  type Fresh,
  type HistoryRow,
  type KeyedRequest,
  type Loaded,
  type OwedDeadline,
  type Verdict,
} from '../ports.js';
import { Locks } from './locks.js';

/** A message or a signal that has left a case. */
export interface Sent {
  caseId: string;
  source: string;
  kind: 'notice' | 'signal';
  payload: Notice | Signal;
}

/** A stretch in which a case waited for somebody. */
export interface Waited {
  state: string;
  party: string;
  principal: string | null;
  since: IsoInstant;
  until: IsoInstant | null;
}

interface Kept {
  record: CaseRecord;
  position: Position;
  documents: DocumentFact[];
  history: HistoryRow[];
  waits: Waited[];
}

interface Rung {
  deadlineId: string;
  rung: string;
  firedAt: IsoInstant;
}

const MOST_RELATED = 500;
const running = ({ status }: Deadline): boolean => status === 'open' || status === 'paused';

/**
 * Cases kept in memory, for tests of the engine that do not need a database. It keeps the same contract as the store on
 * PostgreSQL (test/engine/store/): it writes whole or not at all, makes one change of a case at a time, and shares
 * nothing with writers or readers.
 */
export class MemoryCaseStore implements CaseStore {
  private readonly cases = new Map<string, Kept>();
  private readonly deadlines = new Map<string, { caseId: string; deadline: OwedDeadline }>();
  private readonly reminders = new Map<string, Rung>();
  private readonly answers = new Map<string, Answered>();
  private readonly numbers = new Map<string, number>();
  private readonly links = new Map<string, { from: string; kind: string; to: string }>();
  private readonly sent = new Map<string, Sent>();
  private readonly locks = new Locks();

  constructor(private readonly now: () => IsoInstant) {}

  change<T>(caseId: string, keyed: KeyedRequest | null, work: (loaded: Loaded) => Verdict<T>): Promise<T | null> {
    return this.locked(caseId, keyed, work, false);
  }

  recount<T>(caseId: string, work: (loaded: Loaded) => Verdict<T>): Promise<T | null> {
    return this.locked(caseId, null, work, true);
  }

  create<T>(prefix: string, keyed: KeyedRequest | null, work: (fresh: Fresh) => Verdict<T>): Promise<T> {
    const locks = [...(keyed ? [`key ${answerKey(keyed)}`] : []), `number ${prefix}`];
    return this.locks.holding(locks, async () => {
      await roundTrip();
      const now = this.now();
      const year = dayOf(now).slice(0, 4);
      const last = (this.numbers.get(`${prefix}-${year}`) ?? 0) + 1;
      const number = `${prefix}-${year}-${String(last).padStart(4, '0')}`;
      const verdict = work({ id: uuid(), number, now, answered: this.answered(keyed) });
      await roundTrip();
      this.write(verdict, null, keyed, now);
      // Only a new case uses up a number. A refused or tried one gives it back.
      if (verdict.change) this.numbers.set(`${prefix}-${year}`, last);
      return verdict.result;
    });
  }

  async load(caseId: string): Promise<Loaded | null> {
    await roundTrip();
    const kept = this.cases.get(caseId);
    return kept ? this.loaded(kept, null, false) : null;
  }

  async loadAll(caseIds: readonly string[]): Promise<Loaded[]> {
    await roundTrip();
    return [...new Set(caseIds)].sort().flatMap((id) => {
      const kept = this.cases.get(id);
      return kept ? [this.loaded(kept, null, false)] : [];
    });
  }

  async related(caseId: string | null, look: Look): Promise<Related[]> {
    await roundTrip();
    return [...this.cases.values()]
      .filter((kept) => this.matches(kept, caseId, look))
      .sort(newestFirst)
      .slice(0, MOST_RELATED)
      .map((kept) => relatedOf(kept, look));
  }

  async caseOfDeadline(deadlineId: string): Promise<string | null> {
    await roundTrip();
    return this.deadlines.get(deadlineId)?.caseId ?? null;
  }

  /** Shows a test more than the engine is told. */
  historyOf = (caseId: string): HistoryRow[] => copied(this.cases.get(caseId)?.history ?? []);
  waitsOf = (caseId: string): Waited[] => copied(this.cases.get(caseId)?.waits ?? []);
  /** Returns every deadline the case ever had. */
  deadlinesOf = (caseId: string): OwedDeadline[] =>
    copied([...this.deadlines.values()].filter((d) => d.caseId === caseId).map((d) => d.deadline));
  remindersOf = (caseId: string): string[] =>
    [...this.reminders.values()].filter((r) => this.deadlines.get(r.deadlineId)?.caseId === caseId).map((r) => r.rung);
  /** Returns what has left, in the order in which it was written. */
  outbox = (): Sent[] => copied([...this.sent.values()]);
  linkedTo = (caseId: string, kind: string): string[] =>
    [...this.links.values()].filter((l) => l.from === caseId && l.kind === kind).map((l) => l.to);

  /** Adds a document that was handed in. The engine only reads documents. */
  addDocument(caseId: string, document: DocumentFact): void {
    this.cases.get(caseId)!.documents.push(copied(document));
  }

  private locked<T>(
    caseId: string,
    keyed: KeyedRequest | null,
    work: (loaded: Loaded) => Verdict<T>,
    rangAt: boolean,
  ): Promise<T | null> {
    return this.locks.holding([`case ${caseId}`], async () => {
      await roundTrip();
      const kept = this.cases.get(caseId);
      if (!kept) return null;
      const loaded = this.loaded(kept, keyed, rangAt);
      const verdict = work(loaded);
      await roundTrip();
      this.write(verdict, loaded.record, keyed, loaded.now);
      return verdict.result;
    });
  }

  private loaded({ record, documents }: Kept, keyed: KeyedRequest | null, rangAt: boolean): Loaded {
    const deadlines = [...this.deadlines.values()]
      .filter(({ caseId, deadline }) => caseId === record.id && running(deadline))
      .map(({ deadline: { owedBy: _, ...deadline } }) => ({ ...deadline, ...(rangAt ? this.rangAt(deadline.id) : {}) }))
      .sort((a, b) => a.occurrence - b.occurrence || (a.name < b.name ? -1 : 1));
    const doneLate = doneLateOf(
      [...this.deadlines.values()]
        .filter(({ caseId }) => caseId === record.id)
        .map(({ deadline: { owedBy: _, ...deadline } }) => deadline),
    );
    return copied({ record, deadlines, doneLate, documents, now: this.now(), answered: this.answered(keyed) });
  }

  private rangAt(deadlineId: string): { rangAt?: IsoInstant } {
    const fired = [...this.reminders.values()].filter((r) => r.deadlineId === deadlineId).map((r) => r.firedAt);
    const last = fired.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
    return last === undefined ? {} : { rangAt: last };
  }

  private answered(keyed: KeyedRequest | null): Answered | null {
    return keyed ? copied(this.answers.get(answerKey(keyed)) ?? null) : null;
  }

  /**
   * Writes a change. Everything is checked before anything is written, and written without waiting: whole or not at
   * all.
   */
  private write<T>(
    { change, answer }: Verdict<T>,
    before: CaseRecord | null,
    keyed: KeyedRequest | null,
    now: IsoInstant,
  ): void {
    if (keyed && answer && this.answers.has(answerKey(keyed))) throw new KeyTaken();
    if (change) {
      this.refuseUnfit(change, before);
      this.apply(copied(change), before, now);
    }
    if (keyed && answer) this.keep(keyed, answer);
  }

  private keep(keyed: KeyedRequest, answer: Answer): void {
    this.answers.set(answerKey(keyed), copied({ request: keyed.request, answer }));
  }

  /** @throws for whatever the constraints of a database would refuse */
  private refuseUnfit({ record, state, row, reminder, notices }: Change, before: CaseRecord | null): void {
    const present = this.cases.get(record.id);
    if (present && present.record.seq !== record.seq - (row === null && before !== null ? 0 : 1))
      throw new Error(`case ${record.id} was written by nobody under its own lock`);
    const twin = [...this.cases.values()].some(
      (other) =>
        other.record.id !== record.id &&
        other.record.procedure === record.procedure &&
        other.record.businessKey === record.businessKey &&
        other.position.status !== 'terminated',
    );
    if (record.businessKey !== null && state.position.status !== 'terminated' && twin) throw new AlreadyBegun();
    if (row && present?.history.some((h) => h.seq === row.seq)) throw new Error(`history has ${record.id}/${row.seq}`);
    if (reminder && this.reminders.has(`${reminder.deadlineId}/${reminder.rung}`))
      throw new Error(`${reminder.deadlineId} has rung ${reminder.rung}`);
    const taken = notices.find(({ source }) => this.sent.has(source));
    if (taken) throw new Error(`the outbox has ${taken.source}`);
  }

  private apply(change: Change, before: CaseRecord | null, now: IsoInstant): void {
    const { record, state, row, deadlines, reminder, notices, signals, links } = change;
    const kept: Kept = this.cases.get(record.id) ?? {
      record,
      position: state.position,
      documents: [],
      history: [],
      waits: [],
    };
    this.cases.set(record.id, kept);
    kept.record = { ...record, desk: state.desk };
    kept.position = state.position;
    if (row) kept.history.push(row);
    for (const deadline of deadlines) {
      // A closed deadline keeps the last one who owed it.
      const former = this.deadlines.get(deadline.id)?.deadline;
      const owedBy = running(deadline) || !former ? deadline.owedBy : former.owedBy;
      this.deadlines.set(deadline.id, { caseId: record.id, deadline: { ...deadline, owedBy } });
    }
    if (reminder) this.reminders.set(`${reminder.deadlineId}/${reminder.rung}`, reminder);
    this.applyWaits(kept, change, row === null && before !== null ? (record.waitingSince ?? record.movedAt) : now, now);
    for (const { source, ...payload } of notices)
      this.sent.set(source, { caseId: record.id, source, kind: 'notice', payload });
    for (const [i, payload] of signals.entries()) {
      const source = `${record.id}/${record.seq}/signal/${i}`;
      this.sent.set(source, { caseId: record.id, source, kind: 'signal', payload });
    }
    for (const { relation, inverse, to } of links) {
      this.tie(record.id, relation, to);
      this.tie(to, inverse, record.id);
    }
  }

  private applyWaits({ waits }: Kept, { waits: { begun, ended } }: Change, since: IsoInstant, now: IsoInstant): void {
    for (const { state, party, principal } of ended)
      for (const wait of waits)
        if (wait.until === null && wait.state === state && wait.party === party && wait.principal === principal)
          wait.until = now;
    for (const { state, party, principal } of begun) waits.push({ state, party, principal, since, until: null });
  }

  private tie(from: string, kind: string, to: string): void {
    this.links.set(`${from} ${kind} ${to}`, { from, kind, to });
  }

  private matches({ record, position }: Kept, caseId: string | null, look: Look): boolean {
    if ('linked' in look) return this.links.has(`${caseId} ${look.linked} ${record.id}`);
    if (record.procedure !== look.procedure) return false;
    if ('id' in look) return record.id === look.id || record.number === look.id;
    if ('key' in look) return record.businessKey === look.key && position.status !== 'terminated';
    return (
      record.id !== caseId &&
      look.units.includes(record.unit.id) &&
      (look.stage === undefined || record.stage === look.stage)
    );
  }
}

const answerKey = ({ actorId, key }: KeyedRequest): string => JSON.stringify([actorId, key]);

/** Returns a value as it would come back from a database: shared with nobody, without undefined fields. */
const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const newestFirst = (a: Kept, b: Kept): number =>
  Date.parse(b.record.createdAt) - Date.parse(a.record.createdAt) || (a.record.id < b.record.id ? -1 : 1);

const relatedOf = ({ record, position }: Kept, look: Look): Related => ({
  ...copied({
    id: record.id,
    number: record.number,
    procedure: record.procedure,
    version: record.procedureVersion,
    title: record.title,
    status: position.status,
    stage: record.stage,
    label: position.label,
    unit: record.unit,
    ...('units' in look ? {} : { seq: record.seq }),
  }),
  inside: sealed(copied({ context: record.snapshot.context, states: position.states })),
});
