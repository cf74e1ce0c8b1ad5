import type { Facts } from '#machines/kit/case/facts.js';
import type { Fen } from '#machines/kit/words/money.js';
import { parameter } from '../../law.js';
import type { ProjectType } from '../../project-types.js';

/**
 * 二(二)4: every project from this amount on, except 续建 and 运维, goes to city and province before the county
 * approves.
 */
export const needsUpperReview = (projectType: ProjectType, amountFen: Fen, facts: Facts): boolean =>
  projectType !== 'continuation' &&
  projectType !== 'operation' &&
  amountFen >= parameter(facts, 'threshold.upperReview');
