import type { ProcedureProof, RegulationProof } from '#machines/kit/testing/regulation-proof.js';
import { actExamples } from './desk.examples.js';
import { annualPlanProof } from './procedures/annual-plan/proof.js';
import { changeRequestProof } from './procedures/change-request/proof.js';
import { classifiedIndexProof } from './procedures/classified-index/proof.js';
import { developmentPlanProof } from './procedures/development-plan/proof.js';
import { needProof } from './procedures/need/proof.js';
import { operationReviewProof } from './procedures/operation-review/proof.js';
import { projectProof } from './procedures/project/proof.js';
import { rectificationProof } from './procedures/rectification/proof.js';
import { schemeReviewProof } from './procedures/scheme-review/proof.js';
import { itProjects } from './regulation.js';
import { world } from './testing/world.js';

/** The acts, which all procedures have in common, are proven in each of them. */
const withActs = ({ procedure, evidence, stories }: ProcedureProof): ProcedureProof => ({
  procedure,
  evidence: { ...evidence, examples: [...evidence.examples, ...actExamples(procedure)] },
  stories,
});

export const itProjectsProof: RegulationProof = {
  regulation: itProjects,
  procedures: [
    projectProof,
    annualPlanProof,
    developmentPlanProof,
    changeRequestProof,
    rectificationProof,
    operationReviewProof,
    needProof,
    schemeReviewProof,
    classifiedIndexProof,
  ].map(withActs),
  world,
};
