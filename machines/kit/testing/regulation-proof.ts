import type { Regulation } from '../law/regulation.js';
import type { Evidence } from './example.js';
import { checksOf, type Check } from './proof.js';
import type { Story, World } from './story.js';

/** What shows that a regulation is encoded as it is read. It is no part of the running program. */
export interface RegulationProof {
  regulation: Regulation;
  /** The examples that prove the rules, by procedure. A rule without examples on both sides fails `rules.spec.ts`. */
  evidence: Readonly<Record<string, Evidence>>;
  /**
   * The stories that tell a procedure, by procedure. An official can read them. They run on the pure machines and over
   * HTTP.
   */
  stories: Readonly<Record<string, readonly Story[]>>;
  /** Where the stories take place. */
  world: World;
}

export const evidenceOf = ({ evidence }: RegulationProof, procedure: string): Evidence | undefined =>
  Object.hasOwn(evidence, procedure) ? evidence[procedure] : undefined;

/** Returns the checks of the examples, by procedure. Jest runs them, and so does every mutant of a rule. */
export function checksOfRules(proof: RegulationProof): { procedure: string; checks: Check[] }[] {
  const { chapters, procedures } = proof.regulation;
  const known = chapters.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  return [...new Set(procedures.map((p) => p.id))].map((id) => ({
    procedure: id,
    checks: checksOf(
      procedures.filter((p) => p.id === id),
      evidenceOf(proof, id),
      known,
    ),
  }));
}
