import { published, type Inside } from '#machines/kit/case/view.js';
import type { PlanContext } from '../procedures/development-plan/context.js';

/** The views of a development plan for other cases. */

/** Tells whether the county government has approved any version of it. */
export const developmentApproved = published<boolean>({
  procedure: 'development-plan',
  name: 'approved',
  versions: { 1: ({ context }: Inside<PlanContext>) => context.versions.length > 0 },
});
