import type { Evidence } from '../kit/testing/example.js';
import type { ProjectContext } from './context.js';
import { creationExamples } from './rules/creation.examples.js';
import { standingExamples } from './rules/standing.examples.js';
import { ground } from './testing/ground.js';

/** Everything that proves the rules of a project. */
export const evidence: Evidence<ProjectContext> = {
  ground,
  examples: [...creationExamples, ...standingExamples],
};
