import { describe, expect, it } from '@jest/globals';
import { checksOfRemedies } from '#machines/kit/testing/cured.js';
import { evidenceOf } from '#machines/kit/testing/regulation-proof.js';
import { proofs } from './all.js';

/**
 * Checks that a refusal's remedy can be followed: what it names exists, bears the name that people see, and takes the
 * refusal away. Steps are followed by `stories.spec.ts` and the walks, where there are cases to take them on.
 */
describe.each(
  proofs.flatMap((proof) => {
    const { procedures } = proof.regulation;
    return [...new Set(procedures.map((p) => p.id))].map(
      (id) =>
        [
          id,
          checksOfRemedies(
            procedures.filter((p) => p.id === id),
            procedures,
            evidenceOf(proof, id)!,
          ),
        ] as const,
    );
  }),
)('the remedies of %s', (_, checks) => {
  it.each(checks.map((check) => [check.name, check] as const))('%s', (__, check) => {
    expect(check.problems()).toEqual([]);
  });
});
