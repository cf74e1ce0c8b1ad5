import type { ProcedureProof } from '#machines/kit/testing/regulation-proof.js';
import { evidence } from './examples.js';
import { developmentPlan } from './procedure.js';
import { stories } from './scenarios/all.js';

export const developmentPlanProof: ProcedureProof = { procedure: developmentPlan, evidence, stories };
