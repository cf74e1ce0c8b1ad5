import type { ProcedureProof } from '#machines/kit/testing/regulation-proof.js';
import { evidence } from './examples.js';
import { rectification } from './procedure.js';
import { stories } from './scenarios/all.js';

export const rectificationProof: ProcedureProof = { procedure: rectification, evidence, stories };
