import { published, type Inside } from '#machines/kit/case/view.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { PlanContext } from '../procedures/annual-plan/context.js';

/** The views of an annual plan for other cases. */

/** 申报期, and whether the plan takes applications now: it may be closed before its last day. */
export interface Window {
  opensOn: IsoDate;
  closesOn: IsoDate;
  collecting: boolean;
}

/** The document by which the county government determined the plan, and the projects on it. Null before that. */
export interface Determined {
  number: string;
  projects: readonly string[];
}
export const planDetermined = published<Determined | null>({
  procedure: 'annual-plan',
  name: 'determined',
  versions: {
    1: ({ context: { government, items } }: Inside<PlanContext>) =>
      government
        ? {
            number: government.number,
            projects: items.filter(({ status }) => status !== 'removed').map(({ project }) => project),
          }
        : null,
  },
});

/** Whether the plan still takes an application that comes in now. */
export const planTakes = published<boolean>({
  procedure: 'annual-plan',
  name: 'takes',
  versions: {
    1: ({ states }: Inside<PlanContext>) =>
      states.some((state) => state === 'underway.collecting' || state === 'underway.jointReview'),
  },
});

export const planWindow = published<Window>({
  procedure: 'annual-plan',
  name: 'window',
  versions: {
    1: ({ context: { opensOn, closesOn }, states }: Inside<PlanContext>) => ({
      opensOn,
      closesOn,
      collecting: states.includes('underway.collecting'),
    }),
  },
});
