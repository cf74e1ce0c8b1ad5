import { operations } from './operations.js';
import { plans } from './plans.js';
import { projects } from './projects/all.js';

/** Everything the demonstration lives through. The plans come first: what they decide on a day, the projects go on from. */
export const cases = [...plans, ...projects, ...operations];
