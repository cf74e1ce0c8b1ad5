import type { ProcedureProof } from '#machines/kit/testing/regulation-proof.js';
import { evidence } from './examples.js';
import { project } from './procedure.js';
import { stories } from './scenarios/all.js';

export const projectProof: ProcedureProof = { procedure: project, evidence, stories };
