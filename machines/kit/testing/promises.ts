import { SYSTEM, type Actor } from '../case/facts.js';
import type { Wait } from '../case/standing.js';
import type { Accepted } from '../decide/settle.js';
import { standsAt } from '../decide/snapshot.js';
import type { Action } from '../decide/explain.js';
import type { Law } from '../law/law.js';
import type { Procedure } from '../law/procedure.js';
import type { Refusal } from '../law/rule.js';
import { statesOf } from '../read/describe.js';
import type { Chance } from './chance.js';
import { deadWaits } from './alive.js';
import { staleDecision } from './decided-on.js';
import type { Entry, Tale } from './docket.js';
import { Followed } from './followed.js';
import { Foretold } from './foretold.js';
import { Graph } from './graph.js';
import { difference } from './kept.js';
import { partsFromXState } from './same-road.js';
import { erasedLateness } from './lateness.js';
import { harvest, Sampler, type Schema } from './sample.js';
import { FORGED, spoiled } from './spoil.js';

export interface Listed {
  actor: Actor;
  actions: readonly Action[];
}

/** Checks what the kit promises of every case of every procedure against one case where it stands. */
export class Promises {
  private readonly published: ReadonlySet<string>;
  private readonly aboutCase: ReadonlyMap<string, boolean>;
  private readonly foretold: Foretold;
  private readonly followed: Followed;
  private readonly compared = new WeakSet<Entry>();

  constructor(
    private readonly procedure: Procedure,
    private readonly chance: Chance,
    private readonly wrong: (what: string) => void,
  ) {
    this.published = new Set(
      statesOf(procedure)
        .filter((s) => s.kind !== 'group')
        .map((s) => s.path),
    );
    this.foretold = new Foretold(chance.seed, wrong);
    this.followed = new Followed(wrong);
    const graph = new Graph(procedure);
    const laws = graph.nodes
      .flatMap((n) => [...n.transitions.values()].flat())
      .map((t) => t.meta?.law)
      .filter((law): law is Law => law !== undefined);
    const rules = [...laws.flatMap((law) => law.rules), ...Object.values(procedure.acts).flatMap((act) => act.rules)];
    this.aboutCase = new Map(rules.map((r) => [r.id, r.about === 'case'] as const));
  }

  rules = (): string[] => [...this.aboutCase.keys()];

  hold(tale: Tale, listed: readonly Listed[], formOf: (type: string) => Schema): void {
    this.standsWhereItSays(tale);
    const { status, waits } = tale.state.position;
    if (status === 'closed' || status === 'terminated') this.isOver(tale, listed);
    else {
      if (waits.length === 0) this.wrong(`a live case waits on nobody in ${tale.state.position.states.join(', ')}`);
      for (const wait of waits) this.namesWhomAndWhy(tale, wait);
      for (const dead of deadWaits(tale, listed)) this.wrong(dead);
    }
    this.keepsTime(tale);
    this.followed.listed(tale, listed);
    for (const { actor, actions } of listed) {
      this.foretold.listed(tale, actor.userId, actions);
      if (actions.length > 0 && this.chance.hit(0.15)) this.asListed(tale, actor, this.chance.pick(actions), formOf);
      if (this.chance.hit(0.06)) this.notListed(tale, actor, actions, formOf);
    }
    this.forged(tale, this.chance.pick(listed).actor);
  }

  accepted(tale: Tale, decision: Accepted): void {
    const { next, notices, clauses } = decision;
    this.wentTheSameRoad(tale);
    // Time may bring several events at once. The case stands where the last one has led.
    if (tale.history.at(-1) === decision && difference(next.position, tale.state.position) !== null)
      this.wrong(`${decision.type}: the decision stands elsewhere than the case`);
    if (clauses.length === 0) this.wrong(`${decision.type} was accepted by no clause`);
    for (const n of notices) if (!n.to || !n.title || !n.text) this.wrong(`${decision.type} sends an empty message`);
    for (const w of next.position.waits)
      if (w.principal !== null && !next.audience.includes(w.principal))
        this.wrong(`waits on ${w.principal} who may not see the case, in ${w.state}`);
    const seen = decision.judged.map((j) => j.rule);
    for (const rule of seen)
      if (!this.aboutCase.has(rule) && decision.type !== 'created')
        this.wrong(`judged ${rule}, a rule of no transition`);
  }

  /**
   * Checks that every event accepted since the last look, in any case of the docket, took the way that XState would
   * have taken by itself, and left no decision standing about another version.
   */
  private wentTheSameRoad({ docket }: Tale): void {
    for (const entry of docket.journal.filter((one) => !this.compared.has(one))) {
      this.compared.add(entry);
      for (const problem of [partsFromXState(entry), staleDecision(entry), erasedLateness(entry)])
        if (problem !== null) this.wrong(problem);
    }
  }

  refused(tale: Tale, actor: Actor, type: string, data: unknown, refusals: readonly Refusal[]): void {
    this.foretold.said(tale, actor.userId, type, data, refusals);
  }

  private standsWhereItSays({ state, unit }: Tale): void {
    for (const path of state.position.states)
      if (!this.published.has(path)) this.wrong(`stands at ${path}, which is not published`);
    const now = standsAt(this.procedure, state.snapshot, unit, state.position.stage, state.desk);
    if (difference(now, state.position) !== null)
      this.wrong(
        `the snapshot stands elsewhere than the case: ${difference(now, state.position, 'position')} at ${state.position.states.join(', ')}`,
      );
    if (state.position.label === '') this.wrong(`no label in ${state.position.states.join(', ')}`);
    if (state.title.trim() === '') this.wrong('a case without a title');
  }

  private isOver({ state }: Tale, listed: readonly Listed[]): void {
    const where = state.position.states.join(', ');
    if (state.position.waits.length > 0) this.wrong(`an ended case waits in ${where}`);
    for (const d of state.deadlines)
      if (d.kind !== 'reminder') this.wrong(`deadline ${d.name} runs on after the end in ${where}`);
    for (const { actions } of listed)
      for (const a of actions) this.wrong(`${a.type} is offered after the end in ${where}`);
  }

  /** Checks that a wait names a party, a clause and what is waited for, and that a day comes where only time moves on. */
  private namesWhomAndWhy({ state }: Tale, wait: Wait): void {
    if (!this.procedure.parties[wait.party])
      return this.wrong(`waits on ${wait.party}, which is no party, in ${wait.state}`);
    if (wait.clause === null || wait.label === '') this.wrong(`waits without clause or label in ${wait.state}`);
    if (wait.principal === null) {
      const timers = state.deadlines.filter((d) => d.kind === 'timer' && (d.nextAt !== null || d.status === 'paused'));
      if (wait.kind !== 'time' || timers.length === 0)
        this.wrong(`nobody and no day can move it on from ${wait.state}: waits on ${wait.party}`);
    }
  }

  private keepsTime({ state }: Tale): void {
    const names = state.deadlines.map((d) => d.name);
    for (const d of state.deadlines) {
      const stopped = d.pauses.some((p) => p.to === null);
      if (!this.procedure.deadlines[d.name]) this.wrong(`runs ${d.name}, which is no deadline`);
      if (names.indexOf(d.name) !== names.lastIndexOf(d.name))
        this.wrong(`deadline ${d.name} runs twice in ${state.position.states.join(', ')}`);
      if ((d.status === 'paused') !== stopped)
        this.wrong(`deadline ${d.name} is ${d.status} with its pauses ${stopped ? 'open' : 'closed'}`);
      if (stopped && d.nextAt !== null) this.wrong(`deadline ${d.name} rings while its clock stands still`);
      if (d.kind !== 'tracking' && d.dueOn === null) this.wrong(`deadline ${d.name} is never due`);
    }
  }

  private asListed(
    tale: Tale,
    actor: Actor,
    { type, allowed, refusals, unknown }: Action,
    formOf: (type: string) => Schema,
  ): void {
    const schema = formOf(type);
    const lore = { ...harvest(tale.state.snapshot.context), today: tale.facts(actor).today, units: [], cases: [] };
    const data = new Sampler(this.chance).value(schema, lore);
    const decision = tale.tried(actor, type, data);
    const where = `${type} by ${actor.userId} in ${tale.state.position.states[0]}`;
    if (decision.kind === 'invalid')
      this.wrong(
        `${type}: a form its own schema takes is invalid: ${JSON.stringify(decision.issues)} ${JSON.stringify(data)}`,
      );
    else if (decision.kind === 'accepted' && !allowed) this.wrong(`${where} was listed as refused and accepted`);
    else if (decision.kind === 'refused') {
      this.refused(tale, actor, type, data, decision.refusals);
      const late = decision.refusals.filter(
        (r) => this.aboutCase.get(r.rule) && ![...refusals, ...unknown].some((said) => said.rule === r.rule),
      );
      for (const r of late) this.wrong(`${where}: ${r.rule} is a rule about the case that only speaks of the form`);
      for (const r of refusals)
        if (!decision.refusals.some((now) => now.rule === r.rule))
          this.wrong(`${where}: ${r.rule} was listed and not said`);
    } else if (decision.kind !== 'accepted') this.wrong(`${where} was listed and is ${decision.kind}`);
    const odd = tale.tried(actor, type, spoiled(schema, data, this.chance));
    if (odd.kind === 'accepted' && !allowed) this.wrong(`${where} was listed as refused and accepted`);
    if (odd.kind === 'not-your-step') this.wrong(`${where} was listed and is not theirs`);
  }

  private notListed(tale: Tale, actor: Actor, actions: readonly Action[], formOf: (type: string) => Schema): void {
    const others = Object.keys(this.procedure.events).filter((type) => !actions.some((a) => a.type === type));
    if (others.length === 0) return;
    const type = this.chance.pick(others);
    const lore = { ...harvest(tale.state.snapshot.context), today: tale.facts(actor).today, units: [], cases: [] };
    const decision = tale.tried(actor, type, new Sampler(this.chance).value(formOf(type), lore));
    if (decision.kind === 'accepted' || decision.kind === 'invalid')
      this.wrong(
        `${type} by ${actor.userId} in ${tale.state.position.states[0]} was not listed and is ${decision.kind}`,
      );
    if (decision.kind === 'refused' && decision.refusals.length === 0)
      this.wrong(`${type} is refused without a reason`);
  }

  private forged(tale: Tale, actor: Actor): void {
    const type = this.chance.pick([...FORGED, ...Object.keys(this.procedure.systemEvents)]);
    const decision = tale.tried(actor, type, {});
    if (decision.kind !== 'not-applicable') this.wrong(`forged event ${type} is ${decision.kind}`);
    const ours = this.chance.pick([...FORGED, ...Object.keys(this.procedure.events)]);
    if (tale.tried(SYSTEM, ours, {}).kind === 'accepted') this.wrong(`the system itself may ${ours}`);
  }
}
