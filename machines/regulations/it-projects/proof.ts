import type { Procedure } from '#machines/kit/law/procedure.js';
import type { Evidence } from '#machines/kit/testing/example.js';
import type { RegulationProof } from '#machines/kit/testing/regulation-proof.js';
import { actExamples } from './desk.examples.js';
import { evidence as annualPlanEvidence } from './procedures/annual-plan/examples.js';
import { annualPlan } from './procedures/annual-plan/procedure.js';
import { stories as annualPlanStories } from './procedures/annual-plan/scenarios/all.js';
import { evidence as changeRequestEvidence } from './procedures/change-request/examples.js';
import { changeRequest } from './procedures/change-request/procedure.js';
import { stories as changeRequestStories } from './procedures/change-request/scenarios/all.js';
import { evidence as classifiedIndexEvidence } from './procedures/classified-index/examples.js';
import { classifiedIndex } from './procedures/classified-index/procedure.js';
import { stories as classifiedIndexStories } from './procedures/classified-index/scenarios/all.js';
import { evidence as developmentPlanEvidence } from './procedures/development-plan/examples.js';
import { developmentPlan } from './procedures/development-plan/procedure.js';
import { stories as developmentPlanStories } from './procedures/development-plan/scenarios/all.js';
import { evidence as needEvidence } from './procedures/need/examples.js';
import { need } from './procedures/need/procedure.js';
import { stories as needStories } from './procedures/need/scenarios/all.js';
import { evidence as operationReviewEvidence } from './procedures/operation-review/examples.js';
import { operationReview } from './procedures/operation-review/procedure.js';
import { stories as operationReviewStories } from './procedures/operation-review/scenarios/all.js';
import { evidence as projectEvidence } from './procedures/project/examples.js';
import { project } from './procedures/project/procedure.js';
import { stories as projectStories } from './procedures/project/scenarios/all.js';
import { evidence as rectificationEvidence } from './procedures/rectification/examples.js';
import { rectification } from './procedures/rectification/procedure.js';
import { stories as rectificationStories } from './procedures/rectification/scenarios/all.js';
import { evidence as schemeReviewEvidence } from './procedures/scheme-review/examples.js';
import { schemeReview } from './procedures/scheme-review/procedure.js';
import { stories as schemeReviewStories } from './procedures/scheme-review/scenarios/all.js';
import { itProjects } from './regulation.js';
import { world } from './testing/world.js';

/** Adds the examples of the acts, which every procedure has, to those of a procedure. */
const withActs = (procedure: Procedure, { ground, examples }: Evidence): Evidence => ({
  ground,
  examples: [...examples, ...actExamples(procedure)],
});

export const itProjectsProof: RegulationProof = {
  regulation: itProjects,
  evidence: {
    project: withActs(project, projectEvidence),
    'annual-plan': withActs(annualPlan, annualPlanEvidence),
    'development-plan': withActs(developmentPlan, developmentPlanEvidence),
    'change-request': withActs(changeRequest, changeRequestEvidence),
    rectification: withActs(rectification, rectificationEvidence),
    'operation-review': withActs(operationReview, operationReviewEvidence),
    need: withActs(need, needEvidence),
    'scheme-review': withActs(schemeReview, schemeReviewEvidence),
    'classified-index': withActs(classifiedIndex, classifiedIndexEvidence),
  },
  stories: {
    project: projectStories,
    'annual-plan': annualPlanStories,
    'development-plan': developmentPlanStories,
    'change-request': changeRequestStories,
    rectification: rectificationStories,
    'operation-review': operationReviewStories,
    need: needStories,
    'scheme-review': schemeReviewStories,
    'classified-index': classifiedIndexStories,
  },
  world,
};
