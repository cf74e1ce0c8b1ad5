import type { ProcedureProof } from '#machines/kit/testing/regulation-proof.js';
import { evidence } from './examples.js';
import { classifiedIndex } from './procedure.js';
import { stories } from './scenarios/all.js';

export const classifiedIndexProof: ProcedureProof = { procedure: classifiedIndex, evidence, stories };
