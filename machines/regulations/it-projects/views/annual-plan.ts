import { published, type Inside } from '#machines/kit/case/view.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { PlanContext } from '../procedures/annual-plan/context.js';

/** What an annual plan publishes of itself for other cases to read. */

/** 申报期, and whether the plan takes applications now: it may be closed before its last day. */
export interface Window {
  opensOn: IsoDate;
  closesOn: IsoDate;
  collecting: boolean;
}

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
