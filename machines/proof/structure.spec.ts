import { describe, expect, it } from '@jest/globals';
import { SYSTEM_PARTY } from '#machines/kit/law/law.js';
import { ParameterSets } from '#machines/kit/law/parameter-sets.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import {
  statesOf,
  transitionsOf,
  type StateDescription,
  type TransitionDescription,
} from '#machines/kit/read/describe.js';
import { procedures } from './all.js';

/** Says what is missing after somebody has added a step, a rule, a deadline or a procedure. */

const sets = new ParameterSets(procedures.regulations);

const around = (path: string): string[] =>
  path.split('.').map((_, i, keys) => keys.slice(0, keys.length - i).join('.'));

/** Returns the states that the case can reach by the transitions of a state and of the states around it. */
function reachable(
  from: string,
  states: readonly StateDescription[],
  transitions: readonly TransitionDescription[],
): Set<string> {
  const seen = new Set<string>();
  const queue = [from];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    // A case that enters a state also enters the states inside it.
    queue.push(
      ...states
        .filter((s) => s.path.startsWith(`${path}.`) && s.path.split('.').length === path.split('.').length + 1)
        .map((s) => s.path),
    );
    for (const here of around(path))
      queue.push(...transitions.filter((t) => t.from === here && !t.barrier).flatMap((t) => t.to));
  }
  return seen;
}

describe.each(procedures.all().map((p) => [p.id, p] as const))('procedure %s', (_, procedure: Procedure) => {
  const { chapters, issued, id: regulation } = procedures.regulationOf(procedure);
  const known = new Set(chapters.flatMap(({ clauses }) => clauses.map((c) => c.id)));
  const numbers = sets.of({ id: regulation });
  const states = statesOf(procedure);
  const transitions = transitionsOf(procedure);
  const resting = states.filter((s) => s.kind === 'resting');

  it('says of every waiting state whom it waits on, by which clause, and when somebody looks at it', () => {
    for (const state of resting) {
      expect([state.path, state.label]).not.toContain(null);
      expect(known).toContain(state.clause);
      const watched = around(state.path).some((path) => states.find((s) => s.path === path)!.deadlines.length > 0);
      expect([state.path, watched]).toEqual([state.path, true]);
    }
  });

  it('opens only deadlines it has, and has none that nothing opens', () => {
    const opened = new Set(states.flatMap((s) => s.deadlines));
    expect([...opened].sort()).toEqual(Object.keys(procedure.deadlines).sort());
  });

  it.each(Object.entries(procedure.deadlines))(
    'counts deadline %s by a parameter, a ladder and a clause there are',
    (__, deadline) => {
      expect(numbers.period(deadline.period, issued).n).toBeGreaterThan(0);
      expect(known).toContain(deadline.clause);
      if (deadline.kind !== 'tracking') expect(Object.keys(procedure.ladders)).toContain(deadline.ladder);
      if (deadline.kind === 'timer') expect(Object.keys(procedure.systemEvents)).toContain(deadline.fires);
    },
  );

  it('knows every tie from both ends, under the name the other end gives it', () => {
    for (const [relation, { procedure: other, inverse }] of Object.entries(procedure.relations)) {
      for (const end of procedures.all().filter((p) => p.id === other)) {
        expect([relation, other, end.relations[inverse]]).toEqual([
          relation,
          other,
          expect.objectContaining({ procedure: procedure.id, inverse: relation }),
        ]);
      }
      expect([relation, procedures.all().some((p) => p.id === other)]).toEqual([relation, true]);
    }
  });

  it('begins cases only in a procedure it is tied to, and an event of that one leads on', () => {
    for (const { path, begins } of resting.filter((s) => s.begins !== null)) {
      const told = transitions.filter((t) => t.from === path && t.by.includes(SYSTEM_PARTY) && t.to.length > 0);
      expect([path, Object.values(procedure.relations).map((r) => r.procedure), told.length > 0]).toEqual([
        path,
        expect.arrayContaining([begins]),
        true,
      ]);
    }
  });

  it('bases its lists on its own clauses and deadlines', () => {
    for (const { clause, deadlines = [] } of Object.values(procedure.lists)) {
      expect(known).toContain(clause);
      for (const deadline of deadlines) expect(Object.keys(procedure.deadlines)).toContain(deadline);
    }
  });

  it('has every party that its ladders call', () => {
    const called = Object.values(procedure.deadlines).flatMap((d) =>
      d.kind === 'tracking' ? [] : procedure.ladders[d.ladder]!.map((rung) => rung.to),
    );
    for (const to of called) if (to !== 'whose') expect(Object.keys(procedure.parties)).toContain(to);
  });

  it('repeats reminders without end only of what somebody owes', () => {
    for (const [name, d] of Object.entries(procedure.deadlines)) {
      if (d.kind !== 'duty' && d.kind !== 'tracking')
        expect([name, procedure.ladders[d.ladder]!.filter(({ when }) => when !== 'due' && 'every' in when)]).toEqual([
          name,
          [],
        ]);
    }
  });

  it('gives every transition a clause, and cites only clauses there are', () => {
    for (const t of transitions.filter((x) => x.event !== '')) {
      expect([t.from, t.event, t.clauses.length > 0]).toEqual([t.from, t.event, true]);
      for (const clause of [...t.clauses, ...t.rules.map((r) => r.clause)]) expect(known).toContain(clause);
    }
  });

  it('names only parties there are, and gives every event a step', () => {
    for (const t of transitions)
      for (const by of t.by) if (by !== SYSTEM_PARTY) expect(Object.keys(procedure.parties)).toContain(by);
    const used = new Set(transitions.filter((t) => !t.barrier && t.event !== '').map((t) => t.event));
    expect([...used].sort()).toEqual([...Object.keys(procedure.events), ...Object.keys(procedure.systemEvents)].sort());
  });

  it('uses one rule id for one statement', () => {
    const said = new Map<string, string>();
    for (const { id, holds } of transitions.flatMap((t) => t.rules)) {
      expect([id, said.get(id) ?? holds]).toEqual([id, holds]);
      said.set(id, holds);
    }
  });

  it('leads to every state, and from every state to an end', () => {
    const start = states[0]!.path;
    const everywhere = reachable(start, states, transitions);
    expect(states.map((s) => s.path).filter((path) => !everywhere.has(path))).toEqual([]);
    const ends = states.filter((s) => s.kind === 'final').map((s) => s.path);
    for (const state of resting)
      expect([state.path, ends.some((end) => reachable(state.path, states, transitions).has(end))]).toEqual([
        state.path,
        true,
      ]);
  });

  it('takes no event in two regions at once', () => {
    const parallel = Object.values(procedure.machine.root.states)
      .filter((s) => s.type === 'parallel')
      .map((s) => s.path.join('.'));
    const regionOf = (path: string): string => path.split('.').slice(0, 2).join('.');
    for (const event of Object.keys(procedure.events)) {
      const regions = new Set(
        transitions
          .filter((t) => t.event === event && parallel.some((p) => t.from.startsWith(`${p}.`)))
          .map((t) => regionOf(t.from)),
      );
      expect([event, regions.size <= 1]).toEqual([event, true]);
    }
  });
});
