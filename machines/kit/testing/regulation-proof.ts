import type { Procedure } from '../law/procedure.js';
import type { Regulation } from '../law/regulation.js';
import type { Evidence } from './example.js';
import { checksOf, type Check } from './proof.js';
import type { Story, World } from './story.js';

/** What shows that a procedure is encoded as it is read. It is no part of the running program. */
export interface ProcedureProof {
  /** Any version of it: examples and stories belong to all that have its id. */
  procedure: Procedure;
  /** The examples that prove the rules. A rule without examples on both sides fails `rules.spec.ts`. */
  evidence: Evidence;
  /** The stories that tell it. An official can read them. They run on the pure machines and over HTTP. */
  stories: readonly Story[];
}

/** What shows that a regulation is encoded as it is read: the proofs of its procedures, one for each. */
export interface RegulationProof {
  regulation: Regulation;
  procedures: readonly ProcedureProof[];
  /** Where the stories take place. */
  world: World;
}

export const evidenceOf = ({ procedures }: RegulationProof, id: string): Evidence | undefined =>
  procedures.find(({ procedure }) => procedure.id === id)?.evidence;

/** Every story of a regulation with the id of the procedure under which it is kept. */
export const storiesOf = ({ procedures }: RegulationProof): { procedure: string; story: Story }[] =>
  procedures.flatMap(({ procedure, stories }) => stories.map((story) => ({ procedure: procedure.id, story })));

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
