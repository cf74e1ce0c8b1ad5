import { published, type Inside } from '#machines/kit/case/view.js';
import type { PlanContext } from '../procedures/development-plan/context.js';

/** What a development plan publishes of itself for other cases to read. */

/** Whether the county government has approved it, in whatever version. */
export const developmentApproved = published<boolean>({
  procedure: 'development-plan',
  name: 'approved',
  versions: { 1: ({ context }: Inside<PlanContext>) => context.versions.length > 0 },
});
