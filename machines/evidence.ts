import { evidence as annualPlan } from './annual-plan/examples.js';
import { evidence as changeRequest } from './change-request/examples.js';
import { evidence as classifiedIndex } from './classified-index/examples.js';
import { evidence as developmentPlan } from './development-plan/examples.js';
import type { Evidence } from './kit/testing/example.js';
import { checksOf, type Check } from './kit/testing/proof.js';
import { evidence as need } from './need/examples.js';
import { evidence as operationReview } from './operation-review/examples.js';
import { evidence as project } from './project/examples.js';
import { evidence as rectification } from './rectification/examples.js';
import { actExamples } from './office/acts.examples.js';
import { allProcedures, procedureOf } from './registry.js';
import { clauses } from './regulation/clauses.js';
import { evidence as schemeReview } from './scheme-review/examples.js';

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
