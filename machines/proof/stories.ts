import type { Story } from '#machines/kit/testing/story.js';
import { stories as annualPlan } from '#machines/regulations/it-projects/procedures/annual-plan/scenarios/all.js';
import { stories as changeRequest } from '#machines/regulations/it-projects/procedures/change-request/scenarios/all.js';
import { stories as classifiedIndex } from '#machines/regulations/it-projects/procedures/classified-index/scenarios/all.js';
import { stories as developmentPlan } from '#machines/regulations/it-projects/procedures/development-plan/scenarios/all.js';
import { stories as need } from '#machines/regulations/it-projects/procedures/need/scenarios/all.js';
import { stories as operationReview } from '#machines/regulations/it-projects/procedures/operation-review/scenarios/all.js';
import { stories as project } from '#machines/regulations/it-projects/procedures/project/scenarios/all.js';
import { stories as rectification } from '#machines/regulations/it-projects/procedures/rectification/scenarios/all.js';
import { stories as schemeReview } from '#machines/regulations/it-projects/procedures/scheme-review/scenarios/all.js';

/** By procedure: the stories that tell it, readable by an official. They run on the pure machines and over HTTP. */
export const stories: Readonly<Record<string, readonly Story[]>> = {
  project,
  'annual-plan': annualPlan,
  'development-plan': developmentPlan,
  'change-request': changeRequest,
  rectification,
  'operation-review': operationReview,
  need,
  'scheme-review': schemeReview,
  'classified-index': classifiedIndex,
};
