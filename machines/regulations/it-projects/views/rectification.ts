import type { Facts } from '#machines/kit/case/facts.js';
import { published, type Inside } from '#machines/kit/case/view.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { inForce, limitOf, type RectificationContext } from '../procedures/rectification/context.js';

/** The views of a rectification for other cases. */

type First = Inside<RectificationContext>;

/** The day since which the unit's plans are deferred (暂缓安排建设计划). Null if they are not, or no longer are. */
export const deferredSince = published<IsoDate | null>({
  procedure: 'rectification',
  name: 'deferral',
  versions: { 1: ({ context }: First) => inForce(context, 'deferral')?.date ?? null },
});

/** 整改期限: the last day on which the unit is in time, by the calendar as it is known now. */
export const rectificationLimit = published<(facts: Pick<Facts, 'calendar'>) => IsoDate>({
  procedure: 'rectification',
  name: 'limit',
  versions: {
    1:
      ({ context }: First) =>
      (facts) =>
        limitOf(context, facts),
  },
});
