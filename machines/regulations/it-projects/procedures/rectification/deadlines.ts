import type { DeadlineOf } from '../../law.js';
import type { RectificationContext } from './context.js';
import { lengthOf, namedDay } from './limit.js';
import type { parties } from '../../parties.js';

type D = DeadlineOf<RectificationContext, keyof typeof parties>;

const present = ({ limits }: RectificationContext) => limits.at(-1)!;

/**
 * The deadlines of a rectification (二(六)3). Each order sets the unit's limit; the parameter is only the longest
 * possible one.
 */
export const deadlines = {
  rectification: {
    kind: 'duty',
    label: '完成整改并报告',
    clause: '2.6.3b',
    whose: 'applicant',
    period: 'rectification.max',
    ladder: 'rectification',
    from: (c) => present(c).on,
    length: (c) => lengthOf(present(c)),
    until: (c) => namedDay(present(c)),
  },
  rectificationReview: {
    kind: 'duty',
    label: '复核整改结果',
    clause: '2.6.3b',
    whose: (c) => [c.orderedBy],
    period: 'rectification.review',
    ladder: 'standard',
  },
  correctionReply: {
    kind: 'duty',
    label: '补正整改报告',
    clause: '2.6.3b',
    whose: 'applicant',
    period: 'correction.reply',
    ladder: 'standard',
  },
  disposition: {
    kind: 'duty',
    label: '决定处置或者另定整改期限',
    clause: '2.6.3b',
    whose: 'dataBureau',
    period: 'rectification.disposition',
    ladder: 'standard',
  },
  measureTracking: {
    kind: 'tracking',
    label: '跟踪处置后的整改',
    clause: '2.6.3b',
    whose: 'dataBureau',
    period: 'measure.tracking',
  },
  lifting: {
    kind: 'duty',
    label: '解除处置',
    clause: '2.6.3b',
    whose: 'dataBureau',
    period: 'rectification.lifting',
    ladder: 'standard',
  },
} as const satisfies Record<string, D>;
