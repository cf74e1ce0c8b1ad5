import type { DeskClauses } from '../basis.js';
import { decisionRules } from './decisions.js';
import { exceptionRules } from './exceptions.js';
import { handingOverRules } from './handing-over.js';
import { ownCaseRules } from './own-case.js';
import { signingRules } from './signing.js';
import { urgingRules } from './urging.js';

/** Builds every rule of acts and of decisions, on the clauses it is given. */
export function deskRules(clauses: DeskClauses) {
  const decisions = decisionRules(clauses);
  return {
    ...decisions,
    ...handingOverRules(clauses),
    ...signingRules(clauses),
    ...exceptionRules(clauses),
    ...urgingRules(clauses),
    ...ownCaseRules(clauses, decisions),
  };
}

export type DeskRules = ReturnType<typeof deskRules>;
