import type { ProcedureProof } from '#machines/kit/testing/regulation-proof.js';
import { evidence } from './examples.js';
import { changeRequest } from './procedure.js';
import { stories } from './scenarios/all.js';

export const changeRequestProof: ProcedureProof = { procedure: changeRequest, evidence, stories };
