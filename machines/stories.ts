import { stories as annualPlan } from './annual-plan/scenarios/all.js';
import { stories as changeRequest } from './change-request/scenarios/all.js';
import { stories as classifiedIndex } from './classified-index/scenarios/all.js';
import { stories as developmentPlan } from './development-plan/scenarios/all.js';
import type { Story } from './kit/testing/story.js';
import { stories as need } from './need/scenarios/all.js';
import { stories as operationReview } from './operation-review/scenarios/all.js';
import { stories as project } from './project/scenarios/all.js';
import { stories as rectification } from './rectification/scenarios/all.js';
import { stories as schemeReview } from './scheme-review/scenarios/all.js';

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
