import type { ActSituation, Procedure } from '#machines/kit/law/procedure.js';
import type { Example } from '#machines/kit/testing/example.js';
import { exceptionsExamples } from './rules/exceptions.examples.js';
import { handingOverExamples } from './rules/handing-over.examples.js';
import { ownCaseExamples } from './rules/own-case.examples.js';
import { signingExamples } from './rules/signing.examples.js';
import { urgingExamples } from './rules/urging.examples.js';
import { castOf } from './testing/cast.js';
import { actGround, type ActDesk } from './testing/ground.js';

const subjects = [handingOverExamples, signingExamples, ownCaseExamples, exceptionsExamples, urgingExamples];

/** Returns the examples for the desk of a regulation: those for the acts that a procedure offers. */
export const actExamplesOf =
  (desk: ActDesk) =>
  (procedure: Procedure): Example<ActSituation>[] => {
    const judged = Object.entries(procedure.acts).flatMap(([type, { rules }]) => rules.map(({ id }) => ({ type, id })));
    const ground = actGround(desk, procedure);
    return subjects
      .flatMap((examples) => examples(desk, ground))
      .filter(({ rule: id, on }) => judged.some((use) => use.id === id && (on === null || on.includes(use.type))))
      .map((example) => ({ ...example, facts: { directory: castOf(desk.lifts.label), ...example.facts } }));
  };
