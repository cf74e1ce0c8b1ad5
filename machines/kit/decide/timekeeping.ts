import type { CaseState } from '../case/case.js';
import type { Facts } from '../case/facts.js';
import type { Closed, Deadline } from '../case/occurrence.js';
import { type Standstill } from '../case/occurrence.js';
import type { DeadlineDefinition } from '../law/deadline.js';
import type { Effect } from '../law/effects.js';
import { FIRES, nextRing, ringAfterRecount } from '../law/ladder.js';
import type { Procedure } from '../law/procedure.js';
import type { Calendar } from '../words/calendar.js';
import type { IsoDate, IsoInstant } from '../words/dates.js';
import { joined, laterBy, lastDay, periodLabel, workdaysOver, type Pause, type Period } from '../words/period.js';
import { spentOf, type Spent } from '../words/spent.js';
import { stoodAfter, stoodSince } from './standstill.js';

/** What the clocks of a case need of its procedure. */
type Clocks = Pick<Procedure, 'deadlines' | 'ladders'>;

/** The deadlines of one case while an event is applied to them. What changed is written with the event. */
export class Timekeeping {
  private readonly byId = new Map<string, Deadline>();
  private readonly touched = new Set<string>();
  private stoodBefore: Standstill = [];
  private stood: Standstill = [];
  private takenBack: readonly Closed[] | null = null;

  constructor(
    private readonly procedure: Clocks,
    private readonly caseId: string,
    deadlines: readonly Deadline[],
    private readonly facts: Facts,
  ) {
    for (const d of deadlines) this.byId.set(d.id, d);
  }

  /**
   * Applies what an event asks of the deadlines, in its order. `takenBack`: what the previous step closed, if the event
   * undoes that step.
   */
  follow(
    effects: readonly Effect[],
    context: unknown,
    { abandons, takenBack }: { abandons: (d: Deadline) => boolean; takenBack: readonly Closed[] | null },
  ): Standstill {
    this.stoodBefore = this.facts.stood;
    this.stood = stoodAfter(this.facts.stood, effects, this.facts.today);
    this.takenBack = takenBack;
    for (const effect of effects) this.apply(effect, context, abandons);
    return this.stood;
  }

  private apply(effect: Effect, context: unknown, abandons: (d: Deadline) => boolean): void {
    switch (effect.do) {
      case 'open':
        return this.open(effect.deadline, context);
      case 'close':
        return this.running(effect.deadline).forEach((d) =>
          this.put({
            ...d,
            status: abandons(d) ? 'cancelled' : 'done',
            closedOn: this.facts.today,
            nextRung: null,
            nextAt: null,
            pauses: ended(d, this.facts.today),
          }),
        );
      case 'pause':
        return this.running(effect.deadline).forEach((d) => this.pause(d, effect.why));
      case 'resume':
        return this.running(effect.deadline).forEach((d) => this.resume(d, effect.why, context));
      case 'pauseAll':
        return this.running()
          .filter((d) => d.kind !== 'reminder')
          .forEach((d) => this.pause(d, effect.why));
      case 'resumeAll':
        return this.running().forEach((d) => this.resume(d, effect.why, context));
      case 'notify':
      case 'link':
      case 'signal':
        return;
    }
  }

  /** Counts every running deadline again from its stored fields, with the present calendar. */
  recount(context: unknown): void {
    for (const d of this.running()) {
      const definition = this.procedure.deadlines[d.name]!;
      const counted = definition.kind === 'tracking' ? d : { ...d, ...dueDay(definition, d, context, this.facts) };
      const ring =
        d.status === 'open' ? ringAfterRecount(definition, counted, this.procedure.ladders, this.facts) : null;
      const after = { ...counted, nextRung: ring?.rung ?? null, nextAt: ring?.at ?? null };
      if (!sameCount(d, after)) this.put(after);
    }
  }

  /** Returns what the event closed, so that it can be taken back. */
  closed(): Closed[] {
    return this.changed()
      .filter((d) => (d.status === 'done' || d.status === 'cancelled') && d.occurrence !== this.facts.seq)
      .map(({ name, openedOn, startsOn, pauses }) => ({ name, openedOn, startsOn, pauses }));
  }

  /** Returns what the event opened or changed. */
  changed(): Deadline[] {
    return [...this.touched].map((id) => this.byId.get(id)!);
  }

  /**
   * Returns what is open or paused after the event, in the order of storage: an answer and a later look show the same.
   */
  running(name?: string): Deadline[] {
    return [...this.byId.values()]
      .filter((d) => (d.status === 'open' || d.status === 'paused') && (name === undefined || d.name === name))
      .sort((a, b) => a.occurrence - b.occurrence || (a.name < b.name ? -1 : 1));
  }

  private open(name: string, context: unknown): void {
    const definition = this.procedure.deadlines[name];
    if (!definition) throw new Error(`case ${this.caseId} has no deadline ${name}`);
    const { facts } = this;
    const id = `${this.caseId}.${name}.${facts.seq}`;
    if (this.byId.has(id)) throw new Error(`deadline ${name} opened twice by one event`);
    const former = this.takenBack?.find((closed) => closed.name === name);
    const startsOn = former?.startsOn ?? definition.from?.(context, facts) ?? facts.today;
    const openedOn = former?.openedOn ?? facts.today;
    const since =
      'until' in definition && definition.until?.(context, facts)
        ? (definition.decidedOn?.(context, facts) ?? openedOn)
        : startsOn;
    // A reminder's day belongs to somebody else's agreement. It does not stand still with the case.
    const stood = definition.kind === 'reminder' ? [] : stoodSince(since, this.stoodBefore, this.stood);
    const own = (former?.pauses ?? []).filter((p) => !stood.some((s) => s.why === p.why && s.to === p.to));
    const fresh: Deadline = {
      id,
      name,
      occurrence: facts.seq,
      kind: definition.kind,
      openedOn,
      startsOn,
      dueOn: null,
      provisional: false,
      rule: '',
      status: 'open',
      pauses: [...own, ...stood],
      rung: null,
      nextRung: null,
      nextAt: null,
      closedOn: null,
    };
    const counted = this.counted(fresh, definition, context);
    this.put(
      stood.some((p) => p.to === null) ? { ...counted, status: 'paused', nextRung: null, nextAt: null } : counted,
    );
  }

  private pause(d: Deadline, why: string): void {
    if (d.pauses.some((p) => p.to === null && p.why === why)) return;
    this.put({
      ...d,
      status: 'paused',
      nextRung: null,
      nextAt: null,
      pauses: [...d.pauses, { from: this.facts.today, to: null, why }],
    });
  }

  private resume(d: Deadline, why: string, context: unknown): void {
    const isOver = (p: Pause): boolean => p.to === null && p.why === why;
    // If the step that stopped a clock is taken back, the clock has not stood still.
    const pauses = this.takenBack
      ? d.pauses.filter((p) => !isOver(p))
      : joined(
          d.pauses.map((p) => (isOver(p) ? { ...p, to: this.facts.today } : p)),
          d.dueOn,
        );
    const still = pauses.some((p) => p.to === null);
    const next: Deadline = { ...d, pauses, status: still ? 'paused' : 'open' };
    this.put(still ? next : this.counted(next, this.procedure.deadlines[d.name]!, context));
  }

  /** Works out the due day and the next ring from the stored start and pauses. */
  private counted(d: Deadline, definition: DeadlineDefinition, context: unknown): Deadline {
    const due =
      definition.kind === 'tracking'
        ? { dueOn: null, provisional: false, rule: this.everySoOften(definition.period) }
        : dueDay(definition, d, context, this.facts);
    const next = { ...d, ...due };
    const ring = nextRing(definition, next, this.procedure.ladders, this.facts);
    return { ...next, nextRung: ring?.rung ?? null, nextAt: ring?.at ?? null };
  }

  private everySoOften(parameter: string): string {
    return `每${periodLabel(this.facts.parameters.period(parameter, this.facts.today))}提醒一次`;
  }

  private put(d: Deadline): void {
    this.byId.set(d.id, d);
    this.touched.add(d.id);
  }
}

/**
 * Returns the day a decision has fixed for a deadline, by the parameters of the day it opened. Null for a counted one.
 */
export const fixedDay = (definition: Owed, { openedOn }: Deadline, context: unknown, facts: Facts): IsoDate | null =>
  definition.until?.(context, { ...facts, today: openedOn }) ?? null;

/** Returns how long a deadline is: by the case's own decision, or by the parameters of the day it opened. */
const periodOf = (definition: Owed, { openedOn }: Deadline, context: unknown, { parameters }: Facts): Period =>
  ('length' in definition ? definition.length?.(context) : null) ?? parameters.period(definition.period, openedOn);

type Owed = Exclude<DeadlineDefinition, { kind: 'tracking' }>;

/**
 * Returns the due day of a deadline by the present calendar and by the parameters of the day it opened, whenever it is
 * counted.
 */
export function dueDay(
  definition: Owed,
  d: Deadline,
  context: unknown,
  facts: Facts,
): { dueOn: IsoDate; provisional: boolean; rule: string } {
  const { calendar } = facts;
  const period = periodOf(definition, d, context, facts);
  const fixed = fixedDay(definition, d, context, facts);
  const dueOn = fixed === null ? lastDay(period, d.startsOn, calendar, d.pauses) : laterBy(fixed, d.pauses, calendar);
  const rule = fixed === null ? `自${d.startsOn}起${periodLabel(period)}` : '到确定的日期';
  return { dueOn, rule, provisional: calendar.crossesEstimate(d.startsOn, dueOn) };
}

/** Returns how far a deadline had come when its clock stopped. Null for one that runs or has no day. */
export function spentBy(
  { deadlines }: Pick<Procedure, 'deadlines'>,
  d: Deadline,
  context: unknown,
  facts: Facts,
): Spent | null {
  const definition = deadlines[d.name]!;
  if (d.status !== 'paused' || definition.kind === 'tracking') return null;
  return spentOf(
    fixedDay(definition, d, context, facts) ?? periodOf(definition, d, context, facts),
    d.startsOn,
    d.pauses,
    facts.calendar,
  );
}

/**
 * Returns the running deadlines of a case that another calendar changes, with their new days. Pure: nothing else of the
 * case is touched.
 */
export function recount(
  procedure: Clocks,
  { id, deadlines, snapshot }: Pick<CaseState, 'id' | 'deadlines' | 'snapshot'>,
  facts: Facts,
): { changed: Deadline[]; running: Deadline[] } {
  const clock = new Timekeeping(procedure, id, deadlines, facts);
  clock.recount(snapshot.context);
  return { changed: clock.changed(), running: clock.running() };
}

const sameCount = (a: Deadline, b: Deadline): boolean =>
  a.dueOn === b.dueOn &&
  a.provisional === b.provisional &&
  a.rule === b.rule &&
  a.nextRung === b.nextRung &&
  a.nextAt === b.nextAt;

const ended = (d: Deadline, today: string): Deadline['pauses'] =>
  joined(
    d.pauses.map((p) => (p.to === null ? { ...p, to: today } : p)),
    d.dueOn,
  );

export type Light = 'green' | 'yellow' | 'red' | 'grey';

/**
 * Tells whether a deadline is late on a day. What was late when its clock was stopped stays late: a return or a
 * suspension erases nothing.
 */
export function isLate(
  { status, dueOn, pauses }: Pick<Deadline, 'status' | 'dueOn' | 'pauses'>,
  today: string,
): boolean {
  if (dueOn === null) return false;
  if (status === 'open') return dueOn < today;
  // Its clock may be stopped for two reasons. It has stood still since the first of them.
  return status === 'paused' && pauses.every((p) => p.to !== null || p.from > dueOn);
}

/**
 * Tells whether a finished deadline was done late. Done while its clock stood still was in time, unless it was late
 * before: each such day would have moved its due day.
 */
export const wasLate = ({ status, dueOn, closedOn, pauses }: Lateness): boolean =>
  status === 'done' &&
  dueOn !== null &&
  closedOn !== null &&
  closedOn > dueOn &&
  !pauses.some((p) => p.to === closedOn && p.from <= dueOn);

type Lateness = Pick<Deadline, 'status' | 'dueOn' | 'closedOn' | 'pauses'>;

/** Returns by how many working days something is late on a day, or was when it was done. 0 if it is or was in time. */
export function workdaysLate(d: Lateness, today: IsoDate, calendar: Calendar): number {
  if (isLate(d, today)) return workdaysOver(d.dueOn!, today, calendar, d.pauses);
  return wasLate(d) ? workdaysOver(d.dueOn!, d.closedOn!, calendar, d.pauses) : 0;
}

/** How many of the duties that were done late an answer shows. */
export const MOST_DONE_LATE = 20;

/** Returns the duties of a case that were done late, the last one first, no more than an answer shows. */
export const doneLateOf = <D extends Deadline>(deadlines: readonly D[]): D[] =>
  deadlines
    .filter((d) => d.kind === 'duty' && wasLate(d))
    .sort(
      (a, b) =>
        (a.closedOn! > b.closedOn! ? -1 : a.closedOn! < b.closedOn! ? 1 : 0) ||
        b.occurrence - a.occurrence ||
        (a.name < b.name ? -1 : 1),
    )
    .slice(0, MOST_DONE_LATE);

/** Returns the colour beside a deadline on a day: grey while its clock is stopped, unless it was late before. */
export function lightOf(d: Pick<Deadline, 'status' | 'dueOn' | 'pauses'>, today: string, yellowFrom: string): Light {
  if (isLate(d, today)) return 'red';
  if (d.status !== 'open') return 'grey';
  if (d.dueOn === null) return 'green';
  return d.dueOn <= yellowFrom ? 'yellow' : 'green';
}

/**
 * Returns the deadline of a case that must ring before an event at `now`, earliest first; with `than`, the one that
 * must ring before that ring. At the same instant a reminder comes before what moves the case.
 */
export function dueBefore(deadlines: readonly Deadline[], now: IsoInstant, than?: Deadline): Deadline[] {
  return deadlines
    .filter((d) => d.status === 'open' && isDue(d, now) && d !== than && (!than || inTurn(d, than) < 0))
    .sort(inTurn);
}

const inTurn = (a: Deadline, b: Deadline): number =>
  Date.parse(a.nextAt!) - Date.parse(b.nextAt!) ||
  Number(a.nextRung === FIRES) - Number(b.nextRung === FIRES) ||
  (a.id < b.id ? -1 : 1);

export const isDue = (d: Deadline, now: IsoInstant): boolean =>
  d.nextAt !== null && Date.parse(d.nextAt) <= Date.parse(now);
