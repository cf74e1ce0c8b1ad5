import { type CaseState } from '../case/case.js';
import type { Sender } from '../case/cause.js';
import { EMPTY_DESK } from '../case/desk.js';
import { SYSTEM, type Actor, type DocumentFact, type Facts } from '../case/facts.js';
import type { Notice } from '../case/notice.js';
import type { Look, Related, RelatedCases } from '../case/relation.js';
import { sealed } from '../case/view.js';
import { begin, looksToBegin } from '../decide/begin.js';
import { causeFor } from '../decide/cause.js';
import { decide, looks } from '../decide/decide.js';
import type { Decision } from '../decide/decision.js';
import { explain } from '../decide/explain.js';
import { ring } from '../decide/ring.js';
import type { Accepted } from '../decide/settle.js';
import { isDue } from '../decide/timekeeping.js';
import type { Procedure } from '../law/procedure.js';
import { Calendar } from '../words/calendar.js';
import type { CalendarYear } from '../words/calendar.js';
import type { Citing } from '../words/clause.js';
import { at, dayOf, type IsoDate, type IsoInstant } from '../words/dates.js';
import type { Directory } from '../words/directory.js';
import { Parameters, type Parameter } from '../words/parameters.js';
import type { CaseUnit } from '../words/party.js';

/** Where stories take place: one regulation, its people and its days. */
export interface World {
  regulation: Citing;
  calendarYears: readonly CalendarYear[];
  /** The parameters of the regulation and of the house. */
  parameters: readonly Parameter[];
  actors: Readonly<Record<string, Actor>>;
  units: Readonly<Record<string, CaseUnit>>;
  procedures: readonly Procedure[];
}

export interface Reminder {
  at: IsoInstant;
  deadline: string;
  rung: string;
  to: string[];
}

/** An event in a docket: to which case, when, who sent it, and what was known and stood before it. */
export interface Entry {
  tale: Tale;
  on: IsoDate;
  by: Actor;
  accepted: Accepted;
  /** The case before the event. Absent for its beginning. */
  before: CaseState | undefined;
  facts: Facts;
}

/** One case in the docket. */
export class Tale {
  seq = 0;
  state!: CaseState;
  businessKey: string | null = null;
  documents: DocumentFact[] = [];
  readonly history: Accepted[] = [];
  readonly reminders: Reminder[] = [];
  readonly notices: Notice[] = [];

  constructor(
    readonly docket: Docket,
    readonly procedure: Procedure,
    readonly unit: CaseUnit,
    readonly id: string,
  ) {}

  get now(): IsoInstant {
    return this.docket.now;
  }

  get number(): string {
    return `${this.procedure.numberPrefix}-${this.id.slice(-4)}`;
  }

  facts(actor: Actor, related: RelatedCases = {}): Facts {
    const { now, calendar, parameters, directory } = this.docket;
    return {
      now,
      today: dayOf(now),
      regulation: this.docket.world.regulation,
      calendar,
      parameters,
      directory,
      actor,
      related,
      caseId: this.id,
      number: this.number,
      unit: this.unit,
      documents: this.documents,
      deadlines: this.state?.deadlines ?? [],
      desk: this.state?.desk ?? EMPTY_DESK,
      stood: this.state?.snapshot.stood ?? [],
      seq: this.seq + 1,
    };
  }

  begin(by: string, data: unknown): Decision {
    const related = this.docket.related(null, looksToBegin(this.procedure, data, this.unit, this.docket.directory));
    const actor = this.docket.actor(by);
    const facts = this.facts(actor, related);
    const decision = begin(this.procedure, this.id, data, facts);
    if (decision.kind === 'accepted') this.businessKey = this.procedure.creation.keyOf?.(decision.data) ?? null;
    return this.take(actor, decision, facts);
  }

  send(by: string, type: string, data: unknown = {}): Decision {
    return this.told(this.docket.actor(by), type, data);
  }

  told(actor: Actor, type: string, data: unknown, sender?: Sender): Decision {
    const { procedure, unit } = this;
    const heard = sender ? { cause: causeFor(sender, data, { procedure, unit }) } : {};
    const facts = { ...this.factsFor(actor, type, data), ...heard };
    return this.take(actor, decide(this.procedure, this.state, { type, data }, facts), facts);
  }

  /** Returns what the event would lead to. */
  tried(actor: Actor, type: string, data: unknown): Decision {
    return decide(this.procedure, this.state, { type, data }, this.factsFor(actor, type, data));
  }

  /** Returns the same case in another docket, to be told differently from here on. */
  copyFor(docket: Docket): Tale {
    const { seq, state, businessKey, documents } = this;
    return Object.assign(new Tale(docket, this.procedure, this.unit, this.id), { seq, state, businessKey, documents });
  }

  actions(by: string) {
    const actor = this.docket.actor(by);
    return explain(
      this.procedure,
      this.state,
      this.facts(actor, this.docket.related(this.id, looks(this.procedure, this.state, this.facts(actor)))),
    );
  }

  upload(kind: string): string {
    const n = this.documents.length + 1;
    const id = `00000000-0000-4000-8000-${this.id.slice(-4)}${String(n).padStart(8, '0')}`;
    this.documents = [...this.documents, { id, kind, sha256: '', uploadedOn: dayOf(this.docket.now) }];
    return id;
  }

  passTo(day: IsoDate): void {
    this.docket.passTo(day);
  }

  /** Returns the earliest ring that is due by then. */
  nextRing(goal: IsoInstant) {
    return this.state.deadlines
      .filter((d) => isDue(d, goal))
      .sort((a, b) => Date.parse(a.nextAt!) - Date.parse(b.nextAt!))[0];
  }

  ring(deadlineId: string): void {
    const due = this.state.deadlines.find((d) => d.id === deadlineId)!;
    const rang = ring(this.procedure, this.state, due, this.facts(SYSTEM));
    this.state = { ...this.state, deadlines: this.state.deadlines.map((d) => (d.id === due.id ? rang.deadline : d)) };
    this.reminders.push({
      at: this.now,
      deadline: due.name,
      rung: rang.reminder.rung,
      to: rang.notices.map((n) => n.to),
    });
    this.notices.push(...rang.notices);
    if (rang.event === null) return;
    const decision = this.told(SYSTEM, rang.event, null);
    if (decision.kind !== 'accepted')
      throw new Error(`${due.name} ran out and ${rang.event} did not move ${this.number}: ${decision.kind}`);
  }

  /** Returns the facts of an event, with the other cases that its rules want to see. */
  private factsFor(actor: Actor, type: string, data: unknown): Facts {
    const wanted = looks(this.procedure, this.state, this.facts(actor), { type, data });
    return this.facts(actor, this.docket.related(this.id, wanted));
  }

  private take(actor: Actor, decision: Decision, facts: Facts): Decision {
    if (decision.kind !== 'accepted') return decision;
    const entry = { before: this.state as CaseState | undefined, facts };
    this.state = decision.next;
    this.seq += 1;
    this.history.push(decision);
    this.notices.push(...decision.notices);
    this.docket.accepted(this, decision, actor, entry);
    return decision;
  }
}

/**
 * Cases told together on the pure machines, without database or HTTP. Time passes as the story says, and a signal
 * arrives at once.
 */
export class Docket {
  now: IsoInstant;
  readonly calendar: Calendar;
  readonly parameters: Parameters;
  readonly directory: Directory;
  /** The events of all its cases, in the order in which they happened. */
  readonly journal: Entry[] = [];
  private readonly tales: Tale[] = [];
  private links: { from: string; relation: string; to: string }[] = [];

  constructor(
    readonly world: World,
    start: IsoDate,
  ) {
    this.now = at(start, 8);
    this.calendar = new Calendar(world.calendarYears);
    this.parameters = new Parameters(world.parameters);
    this.directory = directoryOf(world);
  }

  /** Copies the docket. It is a value, as its cases are: the copy continues everything from here. */
  copy(): Docket {
    const twin = new Docket(this.world, dayOf(this.now));
    twin.now = this.now;
    twin.tales.push(...this.tales.map((tale) => tale.copyFor(twin)));
    twin.links = [...this.links];
    return twin;
  }

  get today(): IsoDate {
    return dayOf(this.now);
  }

  tale(id: string): Tale | undefined {
    return this.tales.find((tale) => tale.id === id);
  }

  cases(): readonly Tale[] {
    return this.tales;
  }

  actor(name: string): Actor {
    const actor = this.world.actors[name];
    if (!actor) throw new Error(`nobody is called ${name}`);
    return actor;
  }

  /** Opens a new case. It is kept only once it has begun. */
  open(procedure: Procedure, by: string, data: unknown): { tale: Tale; decision: Decision } {
    const own = this.world.units[this.actor(by).unitId ?? ''];
    if (!own) throw new Error(`${by} belongs to no unit`);
    const related = this.related(null, looksToBegin(procedure, data, own, this.directory));
    const id = `00000000-0000-7000-8000-${String(this.tales.length + 1).padStart(12, '0')}`;
    const tale = new Tale(this, procedure, procedure.creation.unitOf?.(related) ?? own, id);
    const decision = tale.begin(by, data);
    return { tale, decision };
  }

  /** Lets time pass. Whatever falls due on the way rings, earliest first. */
  passTo(day: IsoDate): void {
    const goal = at(day, 8);
    if (Date.parse(goal) < Date.parse(this.now)) throw new Error(`time does not run backwards: ${this.now} → ${day}`);
    for (;;) {
      const due = this.tales
        .flatMap((tale) => {
          const next = tale.nextRing(goal);
          return next ? [{ tale, next }] : [];
        })
        .sort((a, b) => Date.parse(a.next.nextAt!) - Date.parse(b.next.nextAt!))[0];
      if (!due) break;
      if (Date.parse(due.next.nextAt!) > Date.parse(this.now)) this.now = due.next.nextAt!;
      due.tale.ring(due.next.id);
    }
    this.now = goal;
  }

  related(caseId: string | null, wanted: readonly Look[]): RelatedCases {
    return Object.fromEntries(
      wanted.map((look) => [look.as, this.tales.filter((tale) => this.matches(tale, caseId, look)).map(asRelated)]),
    );
  }

  /**
   * Carries out the ties and signals of an accepted event. A signal that no case can take is a mistake of the machines,
   * unless the other case has ended.
   */
  accepted(tale: Tale, accepted: Accepted, by: Actor, entry: Pick<Entry, 'before' | 'facts'>): void {
    const { links, signals } = accepted;
    this.journal.push({ tale, on: dayOf(this.now), by, accepted, ...entry });
    if (!this.tales.includes(tale)) this.tales.push(tale);
    for (const { relation, inverse, to } of links)
      this.links.push({ from: tale.id, relation, to }, { from: to, relation: inverse, to: tale.id });
    for (const { relation, event, to, data, sender } of signals) {
      const targets = to
        ? [to]
        : [...new Set(this.links.filter((l) => l.from === tale.id && l.relation === relation).map((l) => l.to))];
      for (const target of targets) {
        const other = this.tales.find((t) => t.id === target)!;
        const decision = other.told(SYSTEM, event, data, sender);
        const ended = other.state.position.status === 'closed' || other.state.position.status === 'terminated';
        if (decision.kind !== 'accepted' && !ended)
          throw new Error(
            `${other.number} can't take ${event} in ${other.state.position.states.join()}: ${JSON.stringify(decision)}`,
          );
      }
    }
  }

  private matches(tale: Tale, caseId: string | null, look: Look): boolean {
    if ('linked' in look)
      return this.links.some((l) => l.from === caseId && l.relation === look.linked && l.to === tale.id);
    if (tale.procedure.id !== look.procedure) return false;
    if ('id' in look) return tale.id === look.id || tale.number === look.id;
    // A case that was broken off does not block another one.
    if ('key' in look) return tale.businessKey === look.key && tale.state.position.status !== 'terminated';
    return (
      tale.id !== caseId &&
      look.units.includes(tale.unit.id) &&
      (look.stage === undefined || tale.state.position.stage === look.stage)
    );
  }
}

export const directoryOf = (world: Pick<World, 'units' | 'actors'>): Directory => ({
  units: new Map(Object.values(world.units).map((u) => [u.id, u])),
  people: new Map(
    Object.values(world.actors).map((a) => [
      a.userId,
      { id: a.userId, name: a.name, unitId: a.unitId, principals: a.principals },
    ]),
  ),
  headless: new Set(),
});

const asRelated = ({ id, number, procedure, unit, state }: Tale): Related => ({
  id,
  number,
  procedure: procedure.id,
  version: procedure.version,
  title: state.title,
  unit,
  status: state.position.status,
  stage: state.position.stage,
  label: state.position.label,
  inside: sealed({ context: state.snapshot.context, states: state.position.states }),
});
