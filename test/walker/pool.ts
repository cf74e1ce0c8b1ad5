import type { Chance } from '#machines/kit/testing/chance.js';
import { harvest, type Lore } from '#machines/kit/testing/sample.js';
import { Broken, type CaseBody } from './door.js';
import type { Account, Vocabulary } from './vocabulary.js';

/** A case the walker has begun or met, as it last saw it. */
export interface Met {
  id: string;
  procedure: Vocabulary;
  /** A person who certainly sees it. */
  witness: string;
  seen: CaseBody;
  /** The events that could not be cured while the case stood at this seq. */
  hopeless: { seq: number; types: Set<string> };
}

/** Everything the walker has met: its cases, the states they have been in, the requests. */
export class Pool {
  readonly cases = new Map<string, Met>();
  readonly visited = new Map<string, Map<string, number>>();
  readonly taken = new Map<string, Map<string, number>>();
  today = '';
  /** The people by their ids, as histories name them. */
  readonly people = new Set<string>();

  constructor(
    private readonly chance: Chance,
    private readonly procedures: ReadonlyMap<string, Vocabulary>,
    private readonly accounts: readonly Account[],
    private readonly amounts: readonly number[],
  ) {}

  /**
   * Records a case as somebody was shown it.
   * @throws Broken if it is in a state that is not published
   */
  note(body: CaseBody, witness: string): Met {
    const procedure = this.procedures.get(body.procedure);
    if (!procedure) throw new Broken(`a case of ${body.procedure}, which is no procedure`);
    const met = this.cases.get(body.id) ?? {
      id: body.id,
      procedure,
      witness,
      seen: body,
      hopeless: { seq: 0, types: new Set<string>() },
    };
    this.cases.set(body.id, met);
    for (const state of body.states) {
      if (!procedure.isPublished(state)) throw new Broken(`${body.number} stands at ${state}, which is not published`);
      if (body.seq !== met.seen.seq || body.seq === 1) count(this.visited, procedure.page.id, state);
    }
    const over = body.status === 'closed' || body.status === 'terminated';
    if (over !== body.states.every(procedure.isFinal))
      throw new Broken(`${body.number} is ${body.status} at ${body.states.join()}`);
    if (over && (body.waitingOn !== null || body.deadlines.length > 0 || body.actions.length > 0))
      throw new Broken(`${body.number} goes on after its end`);
    if (!over && body.waitingOn === null) throw new Broken(`${body.number} waits on nobody at ${body.states.join()}`);
    for (const { type } of body.actions)
      if (!procedure.knows(type)) throw new Broken(`offers ${type}, which is not published`);
    met.seen = body;
    return met;
  }

  live(): Met[] {
    return [...this.cases.values()].filter(({ seen }) => seen.status === 'active' || seen.status === 'suspended');
  }

  /** Picks a live case. It prefers one in a rare state, or next to a state without any visit. */
  pick(): Met {
    return this.chance.weighted(this.live(), (met) => {
      const been = this.visited.get(met.procedure.page.id);
      const beyond = met.procedure.routes
        .nextTo(met.seen.states)
        .some((s) => met.procedure.goals.includes(s) && !been?.has(s));
      return (beyond ? 5 : 1) / (1 + (been?.get(met.seen.states[0]!) ?? 0)) ** 0.5;
    });
  }

  unvisited({ page, goals }: Vocabulary): ReadonlySet<string> {
    const been = this.visited.get(page.id);
    const least = Math.min(...goals.map((g) => been?.get(g) ?? 0));
    return new Set(goals.filter((g) => (been?.get(g) ?? 0) <= least));
  }

  lore(of?: CaseBody): Lore {
    const own = harvest(of?.data);
    const cases = [...this.cases.values()].map((c) => ({ id: c.id, procedure: c.procedure.page.id }));
    return {
      ...own,
      today: this.today,
      amounts: [...own.amounts, ...own.amounts, ...own.amounts, ...this.amounts],
      units: this.accounts.flatMap((a) => (a.unit ? [a.unit.id] : [])),
      cases,
      named: {
        people: [...this.people],
        documents: of?.documents.map((d) => d.id) ?? [],
        signers: of?.desk.signers.map((s) => String(s.id)) ?? [],
        states: of?.states ?? [],
        rules: of?.actions.flatMap((a) => [...a.refusals, ...a.unknown].map((r) => r.rule)) ?? [],
      },
    };
  }
}

export function count(counts: Map<string, Map<string, number>>, group: string, name: string): void {
  const inner = counts.get(group) ?? new Map<string, number>();
  counts.set(group, inner.set(name, (inner.get(name) ?? 0) + 1));
}
