import type { ClauseId } from '../clause.js';
import { at, dayOf, type IsoDate, type IsoInstant } from '../dates.js';
import { awaitsSystem, begin, decide, explain, type Accepted, type CaseState, type Decision } from '../decide.js';
import { SYSTEM, type Actor, type DocumentFact, type Facts } from '../facts.js';
import type { Notice } from '../notices.js';
import { Parameters, type Parameter } from '../parameters.js';
import type { CaseUnit } from '../party.js';
import type { Procedure } from '../procedure.js';
import { ring } from '../ring.js';
import { isDue } from '../timekeeping.js';
import { Calendar, type CalendarYear } from '../calendar.js';

/** One line of a story: a day passes, someone hands in a document, someone says something — and what comes of it. */
export interface Step {
  on?: IsoDate;
  by?: string;
  upload?: string | readonly string[];
  send?: string;
  data?: unknown;
  /** Rules that refuse it, every one of them. */
  refused?: readonly string[];
  /** The clause of one of the refusals. */
  clause?: ClauseId;
  notApplicable?: true;
  notYourStep?: true;
  /** Where the case stands afterwards: the end of one of its state paths. */
  state?: string;
}

export interface Story {
  title: string;
  clauses: readonly ClauseId[];
  by: string;
  unit: CaseUnit;
  on: IsoDate;
  declare: unknown;
  steps: readonly Step[];
}

export interface World {
  calendarYears: readonly CalendarYear[];
  parameters: readonly Parameter[];
  actors: Readonly<Record<string, Actor>>;
}

export interface Reminder {
  at: IsoInstant;
  deadline: string;
  rung: string;
  to: string[];
}

/** A case told on the pure machine: no database, no HTTP, time passes as the story says. */
export class Tale {
  now: IsoInstant;
  seq = 0;
  state!: CaseState;
  documents: DocumentFact[] = [];
  readonly history: Accepted[] = [];
  readonly reminders: Reminder[] = [];
  readonly notices: Notice[] = [];
  private readonly calendar: Calendar;
  private readonly parameters: Parameters;

  constructor(
    private readonly procedure: Procedure,
    private readonly unit: CaseUnit,
    private readonly world: World,
    start: IsoDate,
  ) {
    this.now = at(start, 8);
    this.calendar = new Calendar(world.calendarYears);
    this.parameters = new Parameters(world.parameters);
  }

  facts(actor: Actor): Facts {
    return {
      now: this.now, today: dayOf(this.now), calendar: this.calendar, parameters: this.parameters,
      actor, unit: this.unit, documents: this.documents, deadlines: this.state?.deadlines ?? [], seq: this.seq + 1,
    };
  }

  actor(name: string): Actor {
    const actor = this.world.actors[name];
    if (!actor) throw new Error(`nobody is called ${name}`);
    return actor;
  }

  begin(by: string, data: unknown): Decision {
    return this.take(begin(this.procedure, '00000000-0000-7000-8000-000000000001', data, this.facts(this.actor(by))));
  }

  send(by: string, type: string, data: unknown = {}): Decision {
    return this.take(decide(this.procedure, this.state, { type, data }, this.facts(this.actor(by))));
  }

  actions(by: string) {
    return explain(this.procedure, this.state, this.facts(this.actor(by)));
  }

  upload(kind: string): void {
    this.documents = [...this.documents, { id: `${kind}-${this.documents.length}`, kind, sha256: '' }];
  }

  /** Lets time pass; whatever falls due on the way rings, earliest first. */
  passTo(day: IsoDate): void {
    const goal = at(day, 8);
    if (Date.parse(goal) < Date.parse(this.now)) throw new Error(`time does not run backwards: ${this.now} → ${day}`);
    for (;;) {
      const due = this.state.deadlines.filter((d) => isDue(d, goal)).sort((a, b) => Date.parse(a.nextAt!) - Date.parse(b.nextAt!))[0];
      if (!due) break;
      if (Date.parse(due.nextAt!) > Date.parse(this.now)) this.now = due.nextAt!;
      const rang = ring(this.procedure, this.state, due, this.facts(SYSTEM));
      this.state = { ...this.state, deadlines: this.state.deadlines.map((d) => (d.id === due.id ? rang.deadline : d)) };
      this.reminders.push({ at: this.now, deadline: due.name, rung: rang.reminder.rung, to: rang.notices.map((n) => n.to) });
      this.notices.push(...rang.notices);
      if (rang.event && awaitsSystem(this.procedure, this.state, rang.event)) {
        this.take(decide(this.procedure, this.state, { type: rang.event, data: null }, this.facts(SYSTEM)));
      }
    }
    this.now = goal;
  }

  private take(decision: Decision): Decision {
    if (decision.kind !== 'accepted') return decision;
    this.state = decision.next;
    this.seq += 1;
    this.history.push(decision);
    this.notices.push(...decision.notices);
    return decision;
  }
}

/** Tells a story and checks every line of it. Throws with the line that came out differently. */
export function tell(procedure: Procedure, story: Story, world: World): Tale {
  const tale = new Tale(procedure, story.unit, world, story.on);
  const begun = tale.begin(story.by, story.declare);
  if (begun.kind !== 'accepted') throw new Error(`${story.title}: not begun: ${JSON.stringify(begun)}`);
  story.steps.forEach((step, i) => {
    const line = `${story.title}, line ${i + 1} ${JSON.stringify(step)}`;
    if (step.on) tale.passTo(step.on);
    for (const kind of step.upload ? [step.upload].flat() : []) tale.upload(kind);
    if (step.send) check(line, step, tale.send(step.by!, step.send, step.data));
    if (step.state && !tale.state.position.states.some((s) => s === step.state || s.endsWith(`.${step.state}`))) {
      throw new Error(`${line}: stands at ${tale.state.position.states.join(', ')}`);
    }
  });
  return tale;
}

function check(line: string, step: Step, decision: Decision): void {
  const expected = step.refused || step.clause ? 'refused' : step.notApplicable ? 'not-applicable' : step.notYourStep ? 'not-your-step' : 'accepted';
  if (decision.kind !== expected) throw new Error(`${line}: ${decision.kind} ${JSON.stringify(decision.kind === 'accepted' ? {} : decision)}`);
  if (decision.kind !== 'refused') return;
  const rules = decision.refusals.map((r) => r.rule);
  if (step.refused && [...step.refused].sort().join() !== [...rules].sort().join()) throw new Error(`${line}: refused by ${rules.join(', ')}`);
  if (step.clause && !decision.refusals.some((r) => r.clause === step.clause)) throw new Error(`${line}: refused by ${decision.refusals.map((r) => r.clause).join(', ')}`);
}
