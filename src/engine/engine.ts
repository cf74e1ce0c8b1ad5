import { EMPTY_DESK } from '#machines/kit/case/desk.js';
import { SYSTEM, type Actor, type Facts } from '#machines/kit/case/facts.js';
import type { RelatedCases } from '#machines/kit/case/relation.js';
import { begin, looksToBegin } from '#machines/kit/decide/begin.js';
import { decide, looks } from '#machines/kit/decide/decide.js';
import type { Decision } from '#machines/kit/decide/decision.js';
import { distinctLooks, explain } from '#machines/kit/decide/explain.js';
import { ring } from '#machines/kit/decide/ring.js';
import type { Accepted } from '#machines/kit/decide/settle.js';
import { dueBefore, isDue, recount } from '#machines/kit/decide/timekeeping.js';
import { labelOf } from '#machines/kit/law/procedure.js';
import { dayOf, type IsoInstant } from '#machines/kit/words/dates.js';
import type { CaseUnit } from '#machines/kit/words/party.js';
import { procedureOf } from '#machines/registry.js';
import { looksAround, mergedActions, relatedTo, type OfferedAction } from './around.js';
import { maySee, openCase, type OpenedCase, type WorldNow } from './case-of.js';
import { fingerprint } from './chain.js';
import { changeOf, changeOfRecount, changeOfRing, firstRecord } from './change.js';
import { afterWhatIsDue, RingFailed, type DueFirst } from './due-first.js';
import {
  AlreadyBegun,
  KeyTaken,
  type Answer,
  type Answered,
  type Bell,
  type CaseRecord,
  type CaseStore,
  type Change,
  type Courier,
  type KeyedRequest,
  type Loaded,
  type Verdict,
  type World,
} from './ports.js';

export interface SendCommand {
  caseId: string;
  type: string;
  data: unknown;
  expectedSeq?: number | undefined;
  actor: Actor;
  /** In whose absence, when that is meant and nothing else; otherwise the person alone is tried first. */
  actingFor?: string | undefined;
  key?: string | undefined;
  dryRun?: boolean;
  /** What is refused now may be accepted later under the same key. */
  refusalsPass?: boolean;
}

export interface CreateCommand {
  procedure: string;
  data: unknown;
  actor: Actor;
  unit: CaseUnit;
  key?: string | undefined;
  dryRun?: boolean;
}

/** A case after a decision, with what this person could do next: what a doorway needs to show it. */
export interface View extends OpenedCase {
  record: CaseRecord;
  actions: readonly OfferedAction[];
  /** The person, and the person in the place of each they stand in for, as far as the case can be seen so. */
  seenBy: readonly Actor[];
}

export type Outcome =
  | { kind: 'accepted'; view: View; created: boolean }
  | { kind: 'stale'; seq: number }
  | { kind: 'key-reused' }
  | { kind: 'not-found' }
  /** They do not stand in for whom they say. */
  | { kind: 'no-substitute' }
  | Exclude<Decision, Accepted>;

/** Turns an outcome into what is sent back; called inside the transaction, so that a repeated request gets the very same. */
export type Render = (outcome: Outcome) => Answer;

/** What a case is called that was only tried: nobody can take it for one that is there. */
const NO_CASE = '00000000-0000-0000-0000-000000000000';

/** One event is one transaction: lock, facts, decide, write. It knows procedures, and not one of them by name. */
export class Engine {
  constructor(
    private readonly store: CaseStore,
    private readonly world: World,
    private readonly bell: Bell,
    private readonly courier: Courier,
  ) {}

  async send(command: SendCommand, render: Render): Promise<Answer> {
    const { actor, caseId, type, data, expectedSeq, dryRun, actingFor } = command;
    const [world, absent] = await Promise.all([this.world.current(), this.world.standsInFor(actor)]);
    const meant =
      actingFor === undefined ? [actor, ...absent] : absent.filter((a) => a.actingFor?.userId === actingFor);
    const actors = meant.length > 0 ? meant : [actor, ...absent];
    const related = looksAround(type) ? await this.lookFor(caseId, actors, world, { type, data }) : {};
    const keyed = dryRun
      ? null
      : keyedBy(command, {
          caseId,
          type,
          data: data ?? null,
          expectedSeq: expectedSeq ?? null,
          ...(actingFor ? { actingFor } : {}),
        });
    const keep = (answer: Answer): Verdict<Answer> => kept(command.refusalsPass ? null : keyed, answer);
    const rung: Change[] = [];
    // A signal is carried under locks of the outbox: neither it nor what rings on its way may wait for others that are.
    const patient = !command.refusalsPass;
    const answer = await afterWhatIsDue(
      (id) => this.ring(id, SYSTEM, patient),
      (isPassed) =>
        unlessTaken(
          this.store.change<Answer | DueFirst>(caseId, keyed, (loaded) => {
            const { opened, decision } = this.decideAs(actors, loaded, world, related, { type, data });
            if (!opened) return unchanged(render({ kind: 'not-found' }));
            const again = replay(loaded.answered, keyed, render);
            if (again) return again;
            // A reminder or a last day that has come is not overtaken by what people do afterwards.
            const due = dryRun ? [] : dueBefore(loaded.deadlines, loaded.now).filter((d) => !isPassed(d.id));
            if (due.length > 0) return unchanged({ ringFirst: due.map((d) => d.id) });
            if (meant.length === 0) return keep(render({ kind: 'no-substitute' }));
            if (expectedSeq !== undefined && expectedSeq !== loaded.record.seq)
              return keep(render({ kind: 'stale', seq: loaded.record.seq }));
            if (decision.kind !== 'accepted') return keep(render(decision));
            const change = changeOf(loaded.record, opened, decision);
            const result = render({
              kind: 'accepted',
              created: false,
              view: viewAfter(change, opened, [actor, ...absent]),
            });
            if (dryRun) return unchanged(result);
            rung.push(change);
            return { change, answer: keyed ? result : null, result };
          }),
        ),
    );
    if (answer === KEY_TAKEN) return render({ kind: 'key-reused' });
    await this.announce(rung, patient);
    return answer ?? render({ kind: 'not-found' });
  }

  async create(command: CreateCommand, render: Render): Promise<Answer> {
    const { actor, unit, data, dryRun } = command;
    const procedure = procedureOf(command.procedure);
    const world = await this.world.current();
    const keyed = dryRun ? null : keyedBy(command, { procedure: command.procedure, data: data ?? null });
    const attempt = async (): Promise<Answer> => {
      const related = await relatedTo(this.store, null, looksToBegin(procedure, data, unit, world.directory));
      const owner = procedure.creation.unitOf?.(related) ?? unit;
      const rung: Change[] = [];
      const answer = await this.store.create<Answer>(
        procedure.numberPrefix,
        keyed,
        ({ id: fresh, number, now, answered }) => {
          const again = replay(answered, keyed, render);
          if (again) return again;
          const id = dryRun ? NO_CASE : fresh;
          const facts: Facts = {
            ...world,
            now,
            today: dayOf(now),
            actor,
            caseId: id,
            number,
            unit: owner,
            documents: [],
            deadlines: [],
            desk: EMPTY_DESK,
            related,
            stood: [],
            seq: 1,
          };
          const decision = begin(procedure, id, data, facts);
          if (decision.kind !== 'accepted') return kept(keyed, render(decision));
          const opened: OpenedCase = { procedure, state: decision.next, facts };
          const businessKey = procedure.creation.keyOf?.(decision.data) ?? null;
          const first = firstRecord(procedure, {
            id,
            number,
            now,
            unit: owner,
            title: decision.next.title,
            businessKey,
            createdBy: actor.userId,
          });
          const change = changeOf(first, opened, decision);
          const result = render({ kind: 'accepted', created: !dryRun, view: viewAfter(change, opened, [actor]) });
          if (dryRun) return unchanged(result);
          rung.push(change);
          return { change, answer: keyed ? result : null, result };
        },
      );
      await this.announce(rung);
      return answer;
    };
    // Begun twice in the same moment: the second look finds the first, and the rule says so.
    return attempt().catch((error: unknown) =>
      error instanceof AlreadyBegun ? attempt() : Promise.reject(error as Error),
    );
  }

  /** A case as this person sees it now; null when there is none, or none for them. */
  async view(caseId: string, actor: Actor): Promise<View | null> {
    const [world, absent, loaded] = await Promise.all([
      this.world.current(),
      this.world.standsInFor(actor),
      this.store.load(caseId),
    ]);
    if (!loaded) return null;
    const seen = [actor, ...absent].map((who) => openCase(loaded, who, world)).filter((opened) => isVisible(opened));
    if (seen.length === 0) return null;
    const each = await Promise.all(
      seen.map(async ({ procedure, state, facts }) => {
        const related = await relatedTo(this.store, caseId, looks(procedure, state, facts));
        return { actor: facts.actor, actions: explain(procedure, state, { ...facts, related }) };
      }),
    );
    return {
      ...seen[0]!,
      record: loaded.record,
      actions: mergedActions(each),
      seenBy: seen.map(({ facts }) => facts.actor),
    };
  }

  /** As whoever of these the step is: the person alone first, then in the place of those they stand in for. */
  private decideAs(
    actors: readonly Actor[],
    loaded: Loaded,
    world: WorldNow,
    related: RelatedCases,
    event: { type: string; data: unknown },
  ): { opened: OpenedCase | null; decision: Decision } {
    let found: { opened: OpenedCase; decision: Decision } | null = null;
    for (const actor of actors) {
      const opened = openCase(loaded, actor, world, related);
      if (!isVisible(opened)) continue;
      const decision = decide(opened.procedure, opened.state, event, opened.facts);
      if (decision.kind !== 'not-your-step') return { opened, decision };
      found ??= { opened, decision };
    }
    return found ?? { opened: null, decision: { kind: 'not-your-step', by: [] } };
  }

  /** Read before the case is locked: what another case says may be a moment old, and whoever is told something decides for itself. */
  private async lookFor(
    caseId: string,
    actors: readonly Actor[],
    world: WorldNow,
    event: { type: string; data: unknown },
  ): Promise<RelatedCases> {
    const loaded = await this.store.load(caseId);
    if (!loaded) return {};
    const wanted = actors.flatMap((actor) => {
      const { procedure, state, facts } = openCase(loaded, actor, world);
      return looks(procedure, state, facts, event);
    });
    return relatedTo(this.store, caseId, distinctLooks(wanted));
  }

  /**
   * A deadline's alarm. Under the lock of its case the row is read again: an alarm that comes early, twice, or for an
   * occurrence that is over does nothing. Where it moves the case, what was due before rings first. A case that an older edition of the
   * calendar has counted is counted again before: its day may be another one. Returns whether it rang. `patient`: what it tells other cases
   * and somebody else is carrying is waited for.
   * @throws RingFailed when the law itself fails on it.
   */
  async ring(deadlineId: string, system: Actor, patient = true): Promise<boolean> {
    const caseId = await this.store.caseOfDeadline(deadlineId);
    if (caseId === null) return false;
    const world = await this.world.current();
    const rung: Change[] = [];
    const rang = await afterWhatIsDue(
      (id) => this.ring(id, SYSTEM, patient),
      (isPassed) =>
        this.store.change<boolean | typeof BEHIND | DueFirst>(caseId, null, (loaded) => {
          const deadline = loaded.deadlines.find((d) => d.id === deadlineId);
          if (!deadline || deadline.status !== 'open' || !isDue(deadline, loaded.now)) return unchanged(false);
          if (loaded.record.countedWith < world.calendar.edition) return unchanged(BEHIND);
          const change = lawful(() =>
            this.changeOfAlarm(loaded, openCase(loaded, system, world), deadlineId, loaded.now),
          );
          const due = change.row
            ? dueBefore(loaded.deadlines, loaded.now, deadline).filter((d) => !isPassed(d.id))
            : [];
          if (due.length > 0) return unchanged({ ringFirst: due.map((d) => d.id) });
          rung.push(change);
          return { change, answer: null, result: true };
        }),
    );
    if (rang === BEHIND) {
      await this.recount(caseId, system, patient);
      return this.ring(deadlineId, system, patient);
    }
    await this.announce(rung, patient);
    return rang ?? false;
  }

  /**
   * Counts the running deadlines of a case again if they were counted with an older edition than this process has of the calendar.
   * Whoever asks sees to it that it has the newest. Returns whether the case was behind.
   * @throws RingFailed when the law itself fails on it.
   */
  async recount(caseId: string, system: Actor, patient = true): Promise<boolean> {
    const world = await this.world.current();
    const rung: Change[] = [];
    const counted = await this.store.recount<boolean>(caseId, (loaded) => {
      if (loaded.record.countedWith >= world.calendar.edition) return unchanged(false);
      const opened = openCase(loaded, system, world);
      const change = changeOfRecount(
        loaded.record,
        opened,
        lawful(() => recount(opened.procedure, opened.state, opened.facts)),
      );
      rung.push(change);
      return { change, answer: null, result: true };
    });
    await this.announce(rung, patient);
    return counted ?? false;
  }

  /**
   * An event from another case, applied at most once for each `key`.
   * @throws SignalRefused when a case that is still under way can't take it now.
   */
  async signal(caseId: string, type: string, data: unknown, key: string, system: Actor): Promise<void> {
    const answer = await this.send({ caseId, type, data, actor: system, key, refusalsPass: true }, (outcome) => ({
      status: outcome.kind === 'accepted' ? 200 : 409,
      body: outcome.kind === 'not-applicable' || outcome.kind === 'accepted' ? outcome.kind : JSON.stringify(outcome),
    }));
    if (answer.status === 200) return;
    if (!(await this.isOver(caseId))) throw new SignalRefused(`案件 ${caseId} 不能接收 ${type}：${answer.body}`);
  }

  /** Nothing can be told to a case that has ended. */
  private async isOver(caseId: string): Promise<boolean> {
    const loaded = await this.store.load(caseId);
    if (!loaded) return true;
    const { state } = openCase(loaded, SYSTEM, await this.world.current());
    return state.position.status === 'closed' || state.position.status === 'terminated';
  }

  private changeOfAlarm(loaded: Loaded, opened: OpenedCase, deadlineId: string, now: IsoInstant): Change {
    const { procedure, state, facts } = opened;
    const rang = ring(
      procedure,
      state,
      state.deadlines.find((d) => d.id === deadlineId)!,
      facts,
    );
    const after = { ...state, deadlines: state.deadlines.map((d) => (d.id === deadlineId ? rang.deadline : d)) };
    const decision = rang.event === null ? null : decide(procedure, after, { type: rang.event, data: null }, facts);
    // A last day that moves nothing would be forgotten; as a fault it is seen.
    if (decision && decision.kind !== 'accepted')
      throw new Error(
        `期限“${procedure.deadlines[rang.deadline.name]!.label}”到期，${labelOf(procedure, rang.event!)}没有办成：${decision.kind}`,
      );
    return changeOfRing(loaded.record, { ...opened, state: after }, rang, decision, now);
  }

  private async announce(changes: readonly Change[], patient = true): Promise<void> {
    for (const change of changes) {
      const alarms = change.deadlines
        .filter((d) => d.nextAt !== null)
        .map((d) => ({ deadlineId: d.id, at: d.nextAt! }));
      const outbox = change.notices.length > 0 || change.signals.length > 0;
      if (alarms.length > 0 || outbox) this.bell.committed(alarms, outbox);
      // Whoever has just told other cases something should find them told.
      if (change.signals.length > 0) await this.courier.deliver(change.record.id, patient);
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

/** A case that is under way could not take what another one told it. */
export class SignalRefused extends Error {}

const isVisible = ({ procedure, state, facts }: OpenedCase): boolean =>
  maySee(procedure, state.audience, facts.unit, facts.actor);

const KEY_TAKEN = Symbol('KEY_TAKEN');
/** The case was counted with an older edition of the calendar than there is. */
const BEHIND = Symbol('BEHIND');

/** What the law answers about a deadline. @throws RingFailed when it can't. */
function lawful<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw new RingFailed((error as Error).message, { cause: error });
  }
}

async function unlessTaken<T>(answer: Promise<T>): Promise<T | typeof KEY_TAKEN> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof KeyTaken) return KEY_TAKEN;
    throw error;
  }
}

const unchanged = <T>(result: T): Verdict<T> => ({ change: null, answer: null, result });
const kept = (keyed: KeyedRequest | null, result: Answer): Verdict<Answer> => ({
  change: null,
  answer: keyed ? result : null,
  result,
});

/** Other cases are not looked at again: what would have to be is listed as unknown until the case is fetched anew. */
function viewAfter({ state, record }: Change, { procedure, facts }: OpenedCase, actors: readonly Actor[]): View {
  const later = {
    ...facts,
    deadlines: state.deadlines,
    desk: state.desk,
    stood: state.snapshot.stood ?? [],
    seq: record.seq + 1,
  };
  const seenBy = actors.filter((actor) => maySee(procedure, state.audience, facts.unit, actor));
  const each = seenBy.map((actor) => ({ actor, actions: explain(procedure, state, { ...later, actor }) }));
  return { procedure, state, facts: later, record, actions: mergedActions(each), seenBy };
}
