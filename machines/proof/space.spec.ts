import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { schemaOf, transitionsOf } from '#machines/kit/read/describe.js';
import { Graph } from '#machines/kit/testing/graph.js';
import { procedures } from './all.js';

describe.each(procedures.all().map((p) => [p.id, p] as const))('the space of procedure %s', (_, procedure) => {
  const graph = new Graph(procedure);

  it('has no state to which nothing leads', () => {
    const entered = graph.fromStart();
    expect(graph.nodes.filter((n) => !entered.has(n)).map(graph.nameOf)).toEqual([]);
  });

  it('ends only in states that say how it ended', () => {
    expect(graph.ends.length).toBeGreaterThan(0);
    for (const end of graph.ends)
      expect([graph.nameOf(end), end.tags.filter((t) => t === 'closed' || t === 'terminated').length]).toEqual([
        graph.nameOf(end),
        1,
      ]);
  });

  it('leads from every state to its completion, and not only to an abandonment', () => {
    const brokenOff = new Set(graph.ends.filter((n) => n.tags.includes('terminated')));
    const completions = graph.ends.filter((n) => !brokenOff.has(n));
    const stuck = graph.leaves
      .filter((leaf) => leaf.type !== 'final')
      .filter((leaf) => {
        const onward = graph.from(leaf, (edge) => !edge.target?.some((t) => brokenOff.has(t)));
        return !completions.some((end) => onward.has(end));
      });
    expect(completions.length).toBeGreaterThan(0);
    expect(stuck.map(graph.nameOf)).toEqual([]);
  });

  it('gives every step a clause, also those of time', () => {
    const without = transitionsOf(procedure).filter((t) => t.clauses.length === 0);
    expect(without.map((t) => `${t.from} ${t.event || 'by itself'}`)).toEqual([]);
  });

  it('has a form for every event, published as it is judged', () => {
    const forms = [
      ['creation', procedure.creation.payload] as const,
      ...Object.entries(procedure.events).map(([type, e]) => [type, e.payload] as const),
    ];
    for (const [type, payload] of forms) {
      expect([type, payload instanceof z.ZodType]).toEqual([type, true]);
      expect([type, (schemaOf(payload) as { type?: string }).type]).toEqual([type, 'object']);
    }
  });
});
