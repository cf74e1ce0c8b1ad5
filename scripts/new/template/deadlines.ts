import type { DeadlineOf } from '#machines/regulations/it-projects/law.js';
import { CLAUSE } from './clause.js';
import type { SampleRequestContext } from './context.js';
import type { parties } from './parties.js';

type D = DeadlineOf<SampleRequestContext, keyof typeof parties>;

/** How long they last is borrowed, until the procedure has lines of its own in the parameters of the regulation. */
export const deadlines = {
  drafting: { kind: 'tracking', label: '准备申请', clause: CLAUSE, whose: 'applicant', period: 'draft.tracking' },
  examination: {
    kind: 'duty',
    label: '审查申请',
    clause: CLAUSE,
    whose: 'dataBureau',
    period: 'pool.preReview',
    ladder: 'standard',
  },
  correctionReply: {
    kind: 'duty',
    label: '补正申请',
    clause: CLAUSE,
    whose: 'applicant',
    period: 'correction.reply',
    ladder: 'standard',
  },
} as const satisfies Record<string, D>;
