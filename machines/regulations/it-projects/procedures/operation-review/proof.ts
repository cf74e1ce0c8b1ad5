import type { ProcedureProof } from '#machines/kit/testing/regulation-proof.js';
import { evidence } from './examples.js';
import { operationReview } from './procedure.js';
import { stories } from './scenarios/all.js';

export const operationReviewProof: ProcedureProof = { procedure: operationReview, evidence, stories };
