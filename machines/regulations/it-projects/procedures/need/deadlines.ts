import type { DeadlineOf } from '../../law.js';
import type { NeedContext } from './context.js';
import type { parties } from './parties.js';

type D = DeadlineOf<NeedContext, keyof typeof parties>;

export const deadlines = {
  drafting: { kind: 'tracking', label: '准备需求', clause: '2.1.2d', whose: 'applicant', period: 'draft.tracking' },
  answer: {
    kind: 'duty',
    label: '答复需求',
    clause: '2.1.2d',
    whose: 'targetDepartment',
    period: 'need.answer',
    ladder: 'standard',
  },
  coordination: {
    kind: 'duty',
    label: '确认需求统筹',
    clause: '2.1.2d',
    whose: 'dataBureau',
    period: 'need.coordination',
    ladder: 'standard',
  },
  correctionReply: {
    kind: 'duty',
    label: '补正需求',
    clause: '2.1.2d',
    whose: 'applicant',
    period: 'correction.reply',
    ladder: 'standard',
  },
} as const satisfies Record<string, D>;
