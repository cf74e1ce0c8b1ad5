import { actExamplesOf } from '#machines/desk/acts.examples.js';
import { decisionExamplesOf } from '#machines/desk/decisions.examples.js';
import { desk } from './desk.js';

/** The examples of the desk's rules, on the clauses of this regulation. */
export const { decisionExamples, opinionInOwnNameExamples, opinionExamples, recallExamples } = decisionExamplesOf(desk);
export const actExamples = actExamplesOf(desk);
