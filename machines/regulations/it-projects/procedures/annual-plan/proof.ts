import type { ProcedureProof } from '#machines/kit/testing/regulation-proof.js';
import { evidence } from './examples.js';
import { annualPlan } from './procedure.js';
import { stories } from './scenarios/all.js';

export const annualPlanProof: ProcedureProof = { procedure: annualPlan, evidence, stories };
