import type { ProcedureProof } from '#machines/kit/testing/regulation-proof.js';
import { evidence } from './examples.js';
import { schemeReview } from './procedure.js';
import { stories } from './scenarios/all.js';

export const schemeReviewProof: ProcedureProof = { procedure: schemeReview, evidence, stories };
