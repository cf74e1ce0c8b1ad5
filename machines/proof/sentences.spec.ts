import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '#machines/kit/testing/regulation-proof.js';
import { usesOf } from '#machines/kit/testing/proof.js';
import { refusalsOf, stumbles } from '#machines/kit/testing/sentences.js';
import { proofs } from './all.js';

/** Every sentence that a rule says to an official, in every example in which it refuses. */
describe.each(
  proofs.flatMap((proof) =>
    proof.regulation.procedures.map((p) => [p.id, refusalsOf(usesOf(p), evidenceOf(proof, p.id)!)] as const),
  ),
)('the sentences of %s', (_, said) => {
  it('show no code, no bare number and no name without quotation marks', () => {
    expect(said.length).toBeGreaterThan(0);
    expect(said.flatMap(stumbles)).toEqual([]);
  });
});
