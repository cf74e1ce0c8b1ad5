import type { Regulation } from '../law/regulation.js';
import type { Evidence } from './example.js';
import { checksOf, type Check } from './proof.js';
import type { Story, World } from './story.js';

/** What shows that a regulation is encoded as it is read. No part of the running program. */
export interface RegulationProof {
  regulation: Regulation;
  /** By procedure: the examples that prove its rules. A rule without examples on both sides fails `rules.spec.ts`. */
  evidence: Readonly<Record<string, Evidence>>;
  /** By procedure: the stories that tell it, readable by an official. They run on the pure machines and over HTTP. */
  stories: Readonly<Record<string, readonly Story[]>>;
  /** Where the stories take place. */
  world: World;
}

export const evidenceOf = ({ evidence }: RegulationProof, procedure: string): Evidence | undefined =>
  Object.hasOwn(evidence, procedure) ? evidence[procedure] : undefined;

const none: Evidence = { ground: { context: null, facts: null as never, parameters: [] }, examples: [] };

/** By procedure: everything that must come out as the examples say. Jest runs it, and so does every mutant of a rule. */
export function checksOfRules(proof: RegulationProof): { procedure: string; checks: Check[] }[] {
  const { chapters, procedures } = proof.regulation;
  const known = chapters.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  return [...new Set(procedures.map((p) => p.id))].map((id) => ({
    procedure: id,
    checks: checksOf(
      procedures.filter((p) => p.id === id),
      evidenceOf(proof, id) ?? none,
      known,
    ),
  }));
}
