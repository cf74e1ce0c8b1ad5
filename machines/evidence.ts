import type { Evidence } from './kit/testing/example.js';
import { evidence as project } from './project/examples.js';

/** By procedure: the examples that prove its rules. A rule without examples on both sides fails `rules.spec.ts`. */
const evidence: Readonly<Record<string, Evidence>> = { project };

export const evidenceOf = (procedure: string): Evidence | undefined => (Object.hasOwn(evidence, procedure) ? evidence[procedure] : undefined);

/** What has been tried on a rule, by name, and how it came out. */
export function examplesOf(procedure: string, rule: string): { name: string; holds: boolean }[] {
  return (evidenceOf(procedure)?.examples ?? []).filter((example) => example.rule === rule).map(({ name, holds }) => ({ name, holds }));
}
