import type { ProcedureProof } from '#machines/kit/testing/regulation-proof.js';
import { evidence } from './examples.js';
import { need } from './procedure.js';
import { stories } from './scenarios/all.js';

export const needProof: ProcedureProof = { procedure: need, evidence, stories };
