import { begin, decide, explain, type Accepted, type Decision } from '#machines/kit/decide.js';
import type { Action } from '#machines/kit/explain.js';
import { dayOf, type IsoInstant } from '#machines/kit/dates.js';
import type { Actor } from '#machines/kit/facts.js';
import type { CaseUnit } from '#machines/kit/party.js';
import { ring } from '#machines/kit/ring.js';
import { isDue } from '#machines/kit/timekeeping.js';
import { procedureOf } from '#machines/registry.js';
import { maySee, openCase, type OpenedCase } from './case-of.js';
import { fingerprint } from './chain.js';
import { changeOf, changeOfRing, firstRecord } from './change.js';
import { KeyTaken, type Answer, type Answered, type Bell, type CaseRecord, type CaseStore, type Change, type KeyedRequest, type Loaded, type Verdict, type World } from './ports.js';

export interface SendCommand {
  caseId: string;
  type: string;
  data: unknown;
  expectedSeq?: number | undefined;
  actor: Actor;
  key?: string | undefined;
  dryRun?: boolean;
}

export interface CreateCommand {
  procedure: string;
  data: unknown;
  actor: Actor;
  unit: CaseUnit;
  key?: string | undefined;
}

/** A case after a decision, with what this person could do next: what a doorway needs to show it. */
export interface View extends OpenedCase {
  record: CaseRecord;
  actions: readonly Action[];
}

export type Outcome =
  | { kind: 'accepted'; view: View; created: boolean }
  | { kind: 'stale'; seq: number }
  | { kind: 'key-reused' }
  | { kind: 'not-found' }
  | Exclude<Decision, Accepted>;

/** Turns an outcome into what is sent back; called inside the transaction, so that a repeated request gets the very same. */
export type Render = (outcome: Outcome) => Answer;

/** One event is one transaction: lock, facts, decide, write. It knows procedures, and not one of them by name. */
export class Engine {
  constructor(
    private readonly store: CaseStore,
    private readonly world: World,
    private readonly bell: Bell,
  ) {}

  async send(command: SendCommand, render: Render): Promise<Answer> {
    const world = await this.world.current();
    const { actor, caseId, type, data, expectedSeq, dryRun } = command;
    const keyed = dryRun ? null : keyedBy(command, { caseId, type, data: data ?? null, expectedSeq: expectedSeq ?? null });
    const rung: Change[] = [];
    const answer = await unlessKeyTaken(this.store.change<Answer>(caseId, keyed, (loaded) => {
      const opened = openCase(loaded, actor, world);
      if (!maySee(opened.procedure, opened.state.audience, opened.facts.unit, actor)) return unchanged(render({ kind: 'not-found' }));
      const again = replay(loaded.answered, keyed, render);
      if (again) return again;
      if (expectedSeq !== undefined && expectedSeq !== loaded.record.seq) return kept(keyed, render({ kind: 'stale', seq: loaded.record.seq }));
      const decision = decide(opened.procedure, opened.state, { type, data }, opened.facts);
      if (decision.kind !== 'accepted') return kept(keyed, render(decision));
      const change = changeOf(loaded.record, opened, decision);
      const result = render({ kind: 'accepted', created: false, view: viewAfter(change, opened) });
      if (dryRun) return unchanged(result);
      rung.push(change);
      return { change, answer: keyed ? result : null, result };
    }));
    if (answer === KEY_TAKEN) return render({ kind: 'key-reused' });
    this.announce(rung);
    return answer ?? render({ kind: 'not-found' });
  }

  async create(command: CreateCommand, render: Render): Promise<Answer> {
    const world = await this.world.current();
    const { actor, unit, data } = command;
    const procedure = procedureOf(command.procedure);
    const keyed = keyedBy(command, { procedure: command.procedure, data: data ?? null });
    const rung: Change[] = [];
    const answer = await this.store.create<Answer>(procedure.numberPrefix, keyed, ({ id, number, now, answered }) => {
      const again = replay(answered, keyed, render);
      if (again) return again;
      const facts = { ...world, now, today: dayOf(now), actor, unit, documents: [], deadlines: [], seq: 1 };
      const decision = begin(procedure, id, data, facts);
      if (decision.kind !== 'accepted') return kept(keyed, render(decision));
      const opened: OpenedCase = { procedure, state: decision.next, facts };
      const change = changeOf(firstRecord(procedure, { id, number, now, unit, title: decision.next.title }), opened, decision);
      rung.push(change);
      const result = render({ kind: 'accepted', created: true, view: viewAfter(change, opened) });
      return { change, answer: keyed ? result : null, result };
    });
    this.announce(rung);
    return answer;
  }

  /** A case as this person sees it now; null when there is none, or none for them. */
  async view(caseId: string, actor: Actor): Promise<View | null> {
    const [world, loaded] = await Promise.all([this.world.current(), this.store.load(caseId)]);
    if (!loaded) return null;
    const opened = openCase(loaded, actor, world);
    if (!maySee(opened.procedure, opened.state.audience, opened.facts.unit, actor)) return null;
    return { ...opened, record: loaded.record, actions: explain(opened.procedure, opened.state, opened.facts) };
  }

  /**
   * A deadline's alarm. Under the lock of its case the row is read again: an alarm that comes early, twice, or for an
   * occurrence that is over does nothing. Returns whether it rang.
   */
  async ring(deadlineId: string, system: Actor): Promise<boolean> {
    const caseId = await this.store.caseOfDeadline(deadlineId);
    if (caseId === null) return false;
    const world = await this.world.current();
    const rung: Change[] = [];
    const rang = await this.store.change<boolean>(caseId, null, (loaded) => {
      const deadline = loaded.deadlines.find((d) => d.id === deadlineId);
      if (!deadline || deadline.status !== 'open' || !isDue(deadline, loaded.now)) return unchanged(false);
      const change = this.changeOfAlarm(loaded, openCase(loaded, system, world), deadlineId, loaded.now);
      rung.push(change);
      return { change, answer: null, result: true };
    });
    this.announce(rung);
    return rang ?? false;
  }

  /** An event from another case or from time itself, at most once for each `key`. Returns whether it was applied. */
  async signal(caseId: string, type: string, key: string, system: Actor): Promise<boolean> {
    const answer = await this.send({ caseId, type, data: null, actor: system, key }, (outcome) => ({
      status: outcome.kind === 'accepted' ? 200 : 409,
      body: JSON.stringify({ kind: outcome.kind }),
    }));
    return answer.status === 200;
  }

  private changeOfAlarm(loaded: Loaded, opened: OpenedCase, deadlineId: string, now: IsoInstant): Change {
    const { procedure, state, facts } = opened;
    const rang = ring(procedure, state, state.deadlines.find((d) => d.id === deadlineId)!, facts);
    const after = { ...state, deadlines: state.deadlines.map((d) => (d.id === deadlineId ? rang.deadline : d)) };
    const decision = rang.event === null ? null : decide(procedure, after, { type: rang.event, data: null }, facts);
    return changeOfRing(loaded.record, { ...opened, state: after }, rang, decision?.kind === 'accepted' ? decision : null, now);
  }

  private announce(changes: readonly Change[]): void {
    for (const change of changes) {
      const alarms = change.deadlines.filter((d) => d.nextAt !== null).map((d) => ({ deadlineId: d.id, at: d.nextAt! }));
      const outbox = change.notices.length > 0 || change.signals.length > 0;
      if (alarms.length > 0 || outbox) this.bell.committed(alarms, outbox);
    }
  }
}

function keyedBy({ actor, key }: { actor: Actor; key?: string | undefined }, request: unknown): KeyedRequest | null {
  return key === undefined ? null : { actorId: actor.userId, key, request: fingerprint(request) };
}

function replay(answered: Answered | null, keyed: KeyedRequest | null, render: Render): Verdict<Answer> | null {
  if (!answered || !keyed) return null;
  return unchanged(answered.request === keyed.request ? answered.answer : render({ kind: 'key-reused' }));
}

const KEY_TAKEN = Symbol('KEY_TAKEN');

async function unlessKeyTaken<T>(answer: Promise<T>): Promise<T | typeof KEY_TAKEN> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof KeyTaken) return KEY_TAKEN;
    throw error;
  }
}

const unchanged = <T>(result: T): Verdict<T> => ({ change: null, answer: null, result });
const kept = (keyed: KeyedRequest | null, result: Answer): Verdict<Answer> => ({ change: null, answer: keyed ? result : null, result });

function viewAfter(change: Change, { procedure, facts }: OpenedCase): View {
  const later = { ...facts, deadlines: change.state.deadlines, seq: change.record.seq + 1 };
  return { procedure, state: change.state, facts: later, record: change.record, actions: explain(procedure, change.state, later) };
}
