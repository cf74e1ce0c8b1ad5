import { actExamples } from '#machines/regulations/it-projects/desk.examples.js';
import type { Evidence } from '#machines/kit/testing/example.js';
import { checksOf, type Check } from '#machines/kit/testing/proof.js';
import { allProcedures, procedureOf } from '#machines/registry.js';
import { clauses } from '#machines/regulations/it-projects/clauses/all.js';
import { evidence as annualPlan } from '#machines/regulations/it-projects/procedures/annual-plan/examples.js';
import { evidence as changeRequest } from '#machines/regulations/it-projects/procedures/change-request/examples.js';
import { evidence as classifiedIndex } from '#machines/regulations/it-projects/procedures/classified-index/examples.js';
import { evidence as developmentPlan } from '#machines/regulations/it-projects/procedures/development-plan/examples.js';
import { evidence as need } from '#machines/regulations/it-projects/procedures/need/examples.js';
import { evidence as operationReview } from '#machines/regulations/it-projects/procedures/operation-review/examples.js';
import { evidence as project } from '#machines/regulations/it-projects/procedures/project/examples.js';
import { evidence as rectification } from '#machines/regulations/it-projects/procedures/rectification/examples.js';
import { evidence as schemeReview } from '#machines/regulations/it-projects/procedures/scheme-review/examples.js';

/** By procedure: the examples that prove its rules. A rule without examples on both sides fails `rules.spec.ts`. */
const evidence: Readonly<Record<string, Evidence>> = {
  project,
  'annual-plan': annualPlan,
  'development-plan': developmentPlan,
  'change-request': changeRequest,
  rectification,
  'operation-review': operationReview,
  need,
  'scheme-review': schemeReview,
  'classified-index': classifiedIndex,
};

/** With what proves the acts, which all procedures have in common. */
export function evidenceOf(procedure: string): Evidence | undefined {
  const own = Object.hasOwn(evidence, procedure) ? evidence[procedure] : undefined;
  return own && { ...own, examples: [...own.examples, ...actExamples(procedureOf(procedure))] };
}

const none: Evidence = { ground: { context: null, facts: null as never, parameters: [] }, examples: [] };

/** By procedure: everything that must come out as the examples say. Jest runs it, and so does every mutant of a rule. */
export function proofOfRules(): { procedure: string; checks: Check[] }[] {
  const known = clauses.map((clause) => clause.id);
  return [...new Set(allProcedures().map((p) => p.id))].map((id) => ({
    procedure: id,
    checks: checksOf(
      allProcedures().filter((p) => p.id === id),
      evidenceOf(id) ?? none,
      known,
    ),
  }));
}
