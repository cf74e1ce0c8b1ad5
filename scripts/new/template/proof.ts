import type { ProcedureProof } from '#machines/kit/testing/regulation-proof.js';
import { evidence } from './examples.js';
import { sampleRequest } from './procedure.js';
import { stories } from './scenarios/all.js';

export const sampleRequestProof: ProcedureProof = { procedure: sampleRequest, evidence, stories };
