import type { Actor } from '../case/facts.js';
import type { Decision } from '../decide/decision.js';
import type { Accepted } from '../decide/settle.js';
import type { Action } from '../decide/explain.js';
import type { Procedure } from '../law/procedure.js';
import { schemaOf, statesOf, transitionsOf } from '../read/describe.js';
import { addDays, dayOf } from '../words/dates.js';
import { Chance } from './chance.js';
import { Docket, type Tale, type World } from './docket.js';
import { laidDown } from './kept.js';
import { LeftStanding } from './left-standing.js';
import { everybody, partiesAround } from './people.js';
import { Promises } from './promises.js';
import { Routes } from './route.js';
import { harvest, Sampler, type Hints, type Lore, type Schema } from './sample.js';

const START = '2026-01-05';
/** After so many steps the walk continues with another case, often one that was left where few have been. */
const STEPS_AT_A_STRETCH = 20;
const LAST_DAY = '2043-12-31';
const TRIES = 8;
/** How often the walk also considers acts, which move nothing. */
const ACTS = 0.15;
/** How often the usual choice in a declaration is taken. It is low, so that cases begin in all sorts. */
const VARIETY = 0.25;

interface Move {
  actor: Actor;
  action: Action;
}

export interface Exploration {
  states: Map<string, number>;
  taken: Map<string, number>;
  events: Set<string>;
  begun: number;
  steps: number;
  refused: number;
  /** What was found wrong, each once, with the events that led to it. */
  wrong: Map<string, readonly string[]>;
}

/**
 * Walks the cases of one procedure on the pure machine, at random and towards places not yet reached. Checks every step
 * against the promises of the kit.
 */
export class Explorer {
  readonly found: Exploration = {
    states: new Map(),
    taken: new Map(),
    events: new Set(),
    begun: 0,
    steps: 0,
    refused: 0,
    wrong: new Map(),
  };
  private readonly chance: Chance;
  private readonly sampler: Sampler;
  private readonly beginner: Sampler;
  private readonly people: readonly Actor[];
  private readonly routes: Routes;
  private readonly goals: readonly string[];
  private readonly schemas = new Map<string, Schema>();
  private readonly promises: Promises;
  private readonly trace: string[] = [];
  private readonly left: LeftStanding;
  private readonly world: World;
  private docket!: Docket;
  private tale!: Tale;
  private lore!: Lore;

  constructor(
    private readonly procedure: Procedure,
    world: Omit<World, 'actors' | 'units'> & Partial<Pick<World, 'actors' | 'units'>>,
    private readonly options: {
      seed: number;
      hints?: Hints;
      /** Dockets in which other cases stand already. */
      background?: readonly Docket[];
      /** Cases of this procedure from which to go on, besides those it begins. */
      places?: readonly { docket: Docket; id: string }[];
    },
  ) {
    this.chance = new Chance(options.seed);
    this.sampler = new Sampler(this.chance, options.hints);
    this.beginner = new Sampler(this.chance, options.hints, VARIETY);
    this.world = { ...everybody(world.procedures), ...world };
    this.people = Object.values(this.world.actors);
    const states = statesOf(procedure);
    this.routes = new Routes({ states, transitions: transitionsOf(procedure) });
    this.goals = states.filter((s) => s.kind === 'resting' || s.kind === 'final').map((s) => s.path);
    this.promises = new Promises(procedure, this.chance, (what) => this.report(what));
    this.left = new LeftStanding(this.chance);
    for (const place of options.places ?? []) this.left.keep(place.docket, place.docket.tale(place.id)!);
  }

  explore(steps: number): Exploration {
    while (this.found.steps < steps && this.found.wrong.size < 20) {
      const going = this.left.size > 0 && this.chance.hit(0.75) ? this.resumed() : this.begun();
      if (!going) this.found.steps += 1;
      else
        for (let i = 0; i < STEPS_AT_A_STRETCH && this.found.steps < steps && this.step(); i++) this.found.steps += 1;
    }
    return this.found;
  }

  /** Returns some of the dockets it has reached, for a walk through cases that are tied to these. */
  dockets(): Docket[] {
    return this.left.dockets();
  }

  /** Takes up a case where it stood. A case is a value, so this works as often as there is something left to try. */
  private resumed(): boolean {
    const { docket, id } = this.left.chosen((states) =>
      this.routes.nextTo(states).some((s) => this.goals.includes(s) && !this.found.states.has(s)),
    );
    this.docket = docket.copy();
    this.tale = this.docket.tale(id)!;
    this.trace.length = 0;
    const { position, snapshot } = this.tale.state;
    this.said(`goes on from ${position.states.join(', ')} on ${this.docket.now}: ${JSON.stringify(snapshot.context)}`);
    this.lore = this.gathered();
    return true;
  }

  private report(what: string): void {
    if (!this.found.wrong.has(what)) this.found.wrong.set(what, [...this.trace.slice(-12)]);
  }

  private said(line: string): void {
    this.trace.push(line);
  }

  private begun(): boolean {
    const { creation } = this.procedure;
    const { background } = this.options;
    const actor = this.chance.weighted(this.people, (a) => (a.principals.includes('role:project-unit') ? 4 : 1));
    this.trace.length = 0;
    const former = background && background.length > 0 && this.chance.hit(0.8) ? this.chance.pick(background) : null;
    this.docket = former?.copy() ?? new Docket(this.world, addDays(START, this.chance.int(0, 300)));
    this.lore = this.gathered();
    const schema = this.schemaFor('', () => schemaOf(creation.payload));
    const data = this.cured(
      schema,
      (form) => this.docket.copy().open(this.procedure, actor.userId, form).decision,
      this.beginner,
    );
    this.said(`${dayOf(this.docket.now)} ${actor.userId} begins ${JSON.stringify(data)}`);
    const opened = this.guarded('begin', () => this.docket.open(this.procedure, actor.userId, data));
    if (opened?.decision.kind !== 'accepted') return false;
    this.tale = opened.tale;
    this.found.begun += 1;
    this.settled(opened.decision);
    return true;
  }

  /** Returns false when the case has ended or can't go on. */
  private step(): boolean {
    const { tale } = this;
    const listed = partiesAround(tale, this.people).map((actor) => ({
      actor,
      actions: this.guarded('explain', () => tale.actions(actor.userId)) ?? [],
    }));
    this.guarded('promises', () => this.promises.hold(tale, listed, (type) => this.form(type)));
    if (tale.state.position.status === 'closed' || tale.state.position.status === 'terminated') return false;
    const dice = this.chance.next();
    if (dice < 0.08) return this.passTime();
    const papers = Object.keys(this.procedure.documents);
    if (dice < 0.12 && papers.length > 0) this.upload(this.chance.pick(papers));
    const moves = listed.flatMap(({ actor, actions }) =>
      actions.filter((a) => a.kind === 'step' || this.chance.hit(ACTS)).map((action) => ({ actor, action })),
    );
    const move = this.chosen(moves);
    if (!move) return this.passTime();
    this.take(move.actor, move.action);
    return true;
  }

  private chosen(moves: readonly Move[]): Move | undefined {
    if (moves.length === 0) return undefined;
    const { states, waits } = this.tale.state.position;
    const goals = new Set(this.goals.filter((g) => !this.found.states.has(g)));
    const rare = new Set(this.goals.filter((g) => (this.found.states.get(g) ?? 0) < 5));
    const first = this.routes.firstSteps(states, goals.size > 0 ? goals : rare);
    const onTheWay = moves.filter(
      ({ action }) => first.includes(action.type) && (action.allowed || this.papersMissing(action).length > 0),
    );
    const ends = this.routes.endings(states);
    const onward = this.routes.leading(states);
    const type =
      onTheWay.length > 0 && this.chance.hit(0.75)
        ? this.chance.pick(onTheWay).action.type
        : this.chance.weighted([...new Set(moves.map((m) => m.action.type))], (t) => {
            const worth = ends.has(t)
              ? 0.02
              : !moves.some((m) => m.action.type === t && m.action.allowed)
                ? 0.1
                : onward.has(t)
                  ? 1
                  : 0.4;
            return worth / (1 + (this.found.taken.get(t) ?? 0)) ** 1.2;
          });
    const able = moves.filter((m) => m.action.type === type);
    const asked = able.filter(({ actor }) =>
      waits.some((w) => w.principal !== null && actor.principals.includes(w.principal)),
    );
    return this.chance.pick(asked.length > 0 && this.chance.hit(0.9) ? asked : able);
  }

  /** Returns the kinds of documents that a refusal asks for. */
  private papersMissing({ refusals }: Action): string[] {
    const documents = Object.entries(this.procedure.documents);
    return refusals.flatMap(({ rule, remedy }) =>
      documents.filter(([kind, { label }]) => rule.includes(kind) || remedy.includes(label)).map(([kind]) => kind),
    );
  }

  private take(actor: Actor, action: Action): void {
    const { tale } = this;
    for (const kind of this.papersMissing(action)) this.upload(kind);
    const earliest = action.refusals
      .map((r) => r.earliest)
      .filter((e) => e !== undefined)
      .sort()
      .at(-1);
    if (earliest && this.chance.hit(0.3)) this.passTo(earliest);
    const data = this.cured(this.form(action.type), (form) => tale.tried(actor, action.type, form));
    this.said(`${dayOf(this.docket.now)} ${actor.userId} ${action.type} ${JSON.stringify(data)}`);
    const decision = this.guarded(action.type, () => tale.send(actor.userId, action.type, data));
    if (!decision) return;
    if (decision.kind !== 'accepted') {
      if (decision.kind === 'refused')
        this.guarded('foretold', () => this.promises.refused(tale, actor, action.type, data, decision.refusals));
      this.found.refused += 1;
      return;
    }
    this.count(this.found.taken, action.type);
    this.settled(decision);
  }

  /** Fills in a form. While it is refused, fills in one field anew, and keeps the version with fewer refusals. */
  private cured(schema: Schema, judge: (form: unknown) => Decision, sampler = this.sampler): unknown {
    let best = sampler.value(schema, this.lore);
    let reasons = Infinity;
    for (let i = 0; i < TRIES && reasons > 0; i++) {
      const form =
        i === 0
          ? best
          : this.chance.hit(0.15)
            ? sampler.value(schema, this.lore)
            : sampler.redrawn(schema, best, this.lore);
      const decision = this.guarded('cured', () => judge(form));
      const now = decision?.kind === 'refused' ? decision.refusals.length : decision?.kind === 'invalid' ? 99 : 0;
      if (decision?.kind === 'refused')
        harvest(
          decision.refusals.map((r) => r.facts),
          this.lore,
        );
      if (now <= reasons) [best, reasons] = [form, now];
    }
    return best;
  }

  private settled(decision: Accepted): void {
    this.found.events.add(decision.type);
    for (const state of this.tale.state.position.states) this.count(this.found.states, state);
    this.guarded('accepted', () => this.promises.accepted(this.tale, decision));
    this.tale.state = laidDown(this.tale.state, (what) => this.report(what));
    this.lore = this.gathered();
    this.left.keep(this.docket, this.tale);
  }

  private gathered(): Lore {
    const own = harvest(this.tale?.state?.snapshot.context);
    const limits = this.world.parameters
      .filter((p) => p.unit === 'fen')
      .flatMap((p) => [p.value - 1, p.value, p.value * 2]);
    const named = {
      people: this.people.map((p) => p.userId),
      documents: this.tale?.documents.map((d) => d.id) ?? [],
      rules: this.promises.rules(),
      signers: this.tale?.state?.desk.signers.map((s) => s.id) ?? [],
      states: this.tale?.state?.position.states ?? [],
    };
    const cases = this.docket
      .cases()
      .filter((c) => c !== this.tale)
      .map((c) => ({ id: c.id, procedure: c.procedure.id }));
    return {
      ...own,
      today: dayOf(this.docket.now),
      amounts: [...own.amounts, ...own.amounts, ...limits],
      units: Object.keys(this.world.units),
      cases,
      named,
    };
  }

  private passTime(): boolean {
    const due = this.tale.state.deadlines
      .map((d) => d.nextAt)
      .filter((at) => at !== null)
      .map(dayOf)
      .sort();
    const days = this.chance.hit(0.9) ? this.chance.int(1, 25) : this.chance.int(26, 500);
    return this.passTo(
      due.length > 0 && this.chance.hit(0.5)
        ? addDays(this.chance.pick(due), 1)
        : addDays(dayOf(this.docket.now), days),
    );
  }

  private passTo(day: string): boolean {
    if (day > LAST_DAY || day < dayOf(this.docket.now)) return day <= LAST_DAY;
    this.said(`until ${day}`);
    const told = this.tale.history.length;
    this.guarded('passTo', () => this.docket.passTo(day));
    for (const decision of this.tale.history.slice(told)) this.settled(decision);
    this.lore = this.gathered();
    return true;
  }

  private upload(kind: string): void {
    if (!this.tale.documents.some((d) => d.kind === kind)) this.tale.upload(kind);
  }

  private form(type: string): Schema {
    return this.schemaFor(type, () => schemaOf((this.procedure.events[type] ?? this.procedure.acts[type]!).payload));
  }

  private schemaFor(type: string, make: () => unknown): Schema {
    const known = this.schemas.get(type) ?? (make() as Schema);
    this.schemas.set(type, known);
    return known;
  }

  private count(map: Map<string, number>, key: string): void {
    map.set(key, (map.get(key) ?? 0) + 1);
  }

  private guarded<T>(what: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.report(`${what} threw ${(error as Error).stack?.split('\n').slice(0, 4).join(' ') ?? String(error)}`);
      return undefined;
    }
  }
}
