import { transition } from 'xstate';
import { type CaseState } from '../case/case.js';
import type { Cause } from '../case/cause.js';
import { EMPTY_DESK } from '../case/desk.js';
import { SYSTEM, type Actor, type DocumentFact, type Facts } from '../case/facts.js';
import type { RelatedCases } from '../case/relation.js';
import { CREATED, type Procedure } from '../law/procedure.js';
import type { Calendar } from '../words/calendar.js';
import type { Citing } from '../words/clause.js';
import { dayOf, type IsoInstant } from '../words/dates.js';
import type { Directory } from '../words/directory.js';
import type { Parameters } from '../words/parameters.js';
import type { CaseUnit } from '../words/party.js';
import { arranged } from './act.js';
import { begun } from './begin.js';
import { decide } from './decide.js';
import { choose } from './explain.js';
import { ring, type Rang } from './ring.js';
import { countsAs, settled, type Accepted } from './settle.js';
import { effectsOf, restore } from './snapshot.js';

/** What stays the same for a case throughout its life. */
export interface Setting {
  id: string;
  number: string;
  unit: CaseUnit;
  regulation: Citing;
  calendar: Calendar;
  parameters: Parameters;
  directory: Directory;
}

/** An event as history keeps it, with the facts of that moment. */
export interface PastEvent {
  at: IsoInstant;
  type: string;
  data: unknown;
  actor: Actor;
  /** The other cases it found, as they stood then. */
  related: RelatedCases;
  /** Why it came, if another case sent it. */
  cause?: Cause;
  /** The clauses by which it was accepted, where they are known. */
  clauses?: readonly string[];
  documents: readonly DocumentFact[];
}

/**
 * Lives a case through again from nothing. It takes what was accepted as accepted, by the transition that fits, and
 * judges no rule a second time. The state, context, deadlines, desk and messages that come out must be in the database.
 */
export class Replay {
  private current: CaseState | null = null;
  private seq = 0;

  constructor(
    readonly procedure: Procedure,
    private readonly setting: Setting,
  ) {}

  /** @throws before the first event. */
  get state(): CaseState {
    if (!this.current) throw new Error(`case ${this.setting.id} has not begun`);
    return this.current;
  }

  /** @throws when the event fits no transition where the case stands. */
  event({ at, type, data, actor, related, documents, cause, clauses }: PastEvent): Accepted {
    const facts = { ...this.facts(at, actor, related, documents), ...(cause ? { cause } : {}) };
    const accepted = this.seq === 0 ? this.beginning(type, data, facts) : this.step(type, data, facts, clauses);
    this.seq += 1;
    this.current = kept(accepted.next);
    return accepted;
  }

  /** Tells whether the law takes an event that a last day brings, where the case stands. */
  takes(type: string, at: IsoInstant, documents: readonly DocumentFact[]): boolean {
    return (
      decide(this.procedure, this.state, { type, data: null }, this.facts(at, SYSTEM, {}, documents)).kind ===
      'accepted'
    );
  }

  /** @throws when the deadline does not run or has no rung left. */
  rung(deadlineId: string, at: IsoInstant): Rang {
    const { state } = this;
    const deadline = state.deadlines.find((d) => d.id === deadlineId);
    if (!deadline || deadline.nextRung === null) throw new Error(`deadline ${deadlineId} has nothing to ring`);
    const rang = ring(this.procedure, state, deadline, this.facts(at, SYSTEM, {}, []));
    this.current = { ...state, deadlines: state.deadlines.map((d) => (d.id === deadlineId ? rang.deadline : d)) };
    return rang;
  }

  private beginning(type: string, data: unknown, facts: Facts): Accepted {
    if (type !== CREATED) throw new Error(`case ${this.setting.id} begins with ${type}`);
    return begun(this.procedure, this.setting.id, { data, judged: [], advice: [] }, facts);
  }

  private step(type: string, said: unknown, facts: Facts, clauses?: readonly string[]): Accepted {
    const { procedure, state } = this;
    if (Object.hasOwn(procedure.acts, type))
      return arranged(procedure, state, { type, data: said, judged: [], advice: [] }, facts);
    const snapshot = restore(procedure, state.snapshot);
    const { context } = state.snapshot;
    const silent = !Object.hasOwn(procedure.events, type) && !procedure.systemEvents[type]?.payload;
    const data = silent ? null : said;
    const choice = choose(procedure, snapshot, type, { context, data, facts }, clauses);
    if (choice.kind !== 'route' || choice.law.barrier)
      throw new Error(`${type} has no place in ${state.position.states.join(', ')}: ${choice.kind}`);
    const { law } = choice;
    const [next, actions] = transition(procedure.machine, snapshot, { type, data, facts: choice.facts, follows: law });
    return settled(procedure, state, next, effectsOf(actions), facts, {
      type,
      data,
      judged: [],
      advice: [],
      clauses: law.clauses,
      ...countsAs(law),
    });
  }

  private facts(now: IsoInstant, actor: Actor, related: RelatedCases, documents: readonly DocumentFact[]): Facts {
    const { id, ...setting } = this.setting;
    const { deadlines, desk, snapshot } = this.current ?? { deadlines: [], desk: EMPTY_DESK };
    return {
      ...setting,
      caseId: id,
      now,
      today: dayOf(now),
      actor,
      related,
      documents,
      deadlines,
      desk,
      stood: snapshot?.stood ?? [],
      seq: this.seq + 1,
    };
  }
}

/** Returns a value as it comes back from storage: undefined fields are gone. */
const kept = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
