import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from './evidence.js';
import { misplaced, problemsOf, unproven, usesOf } from './kit/testing/proof.js';
import { allProcedures } from './registry.js';

/** Every rule is shown to hold and to refuse, wherever it is used. */

const none = { ground: { context: null, facts: null as never, parameters: [] }, examples: [] };

describe.each(allProcedures().map((p) => [`${p.id} v${p.version}`, p] as const))('the rules of %s', (_, procedure) => {
  const uses = usesOf(procedure);
  const versions = allProcedures().filter((p) => p.id === procedure.id).flatMap(usesOf);
  const evidence = evidenceOf(procedure.id) ?? none;

  it('have examples on both sides, at every event where they are judged', () => {
    expect(unproven(uses, evidence.examples)).toEqual([]);
  });

  it('have no examples for what there is not, and no two by one name', () => {
    expect(misplaced(versions, evidence.examples)).toEqual([]);
  });

  it.each(evidence.examples.map((example) => [example.rule, [example.on ?? []].flat().join(' '), example.name, example] as const))(
    '%s %s %s',
    (__, ___, ____, example) => {
      expect(problemsOf(example, uses, evidence)).toEqual([]);
    },
  );
});
