import { operations } from './operations.js';
import { plans } from './plans.js';
import { projects } from './projects/all.js';

/**
 * All cases of the demonstration. The plans come first, because the projects continue from what they decide on a day.
 */
export const cases = [...plans, ...projects, ...operations];
