import type { Evidence } from './kit/testing/example.js';
import { checksOf, type Check } from './kit/testing/proof.js';
import { evidence as project } from './project/examples.js';
import { clauses } from './regulation/clauses.js';
import { allProcedures } from './registry.js';

/** By procedure: the examples that prove its rules. A rule without examples on both sides fails `rules.spec.ts`. */
const evidence: Readonly<Record<string, Evidence>> = { project };

const evidenceOf = (procedure: string): Evidence | undefined => (Object.hasOwn(evidence, procedure) ? evidence[procedure] : undefined);

/** What has been tried on a rule, by name, and how it came out. */
export function examplesOf(procedure: string, rule: string): { name: string; holds: boolean }[] {
  return (evidenceOf(procedure)?.examples ?? []).filter((example) => example.rule === rule).map(({ name, holds }) => ({ name, holds }));
}

const none: Evidence = { ground: { context: null, facts: null as never, parameters: [] }, examples: [] };

/** By procedure: everything that must come out as the examples say. Jest runs it, and so does every mutant of a rule. */
export function proofOfRules(): { procedure: string; checks: Check[] }[] {
  const known = clauses.map((clause) => clause.id);
  return [...new Set(allProcedures().map((p) => p.id))].map((id) => ({
    procedure: id,
    checks: checksOf(allProcedures().filter((p) => p.id === id), evidenceOf(id) ?? none, known),
  }));
}
