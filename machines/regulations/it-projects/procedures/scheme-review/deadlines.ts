import type { DeadlineOf } from '../../law.js';
import type { SchemeContext } from './context.js';
import type { parties } from './parties.js';

type D = DeadlineOf<SchemeContext, keyof typeof parties>;

export const deadlines = {
  drafting: { kind: 'tracking', label: '准备方案', clause: '1.2.4', whose: 'applicant', period: 'draft.tracking' },
  endorsement: {
    kind: 'duty',
    label: '主管部门审核方案',
    clause: '2.2.5',
    whose: 'superior',
    period: 'endorsement',
    ladder: 'standard',
  },
  schemeExamination: {
    kind: 'duty',
    label: '方案审查',
    clause: '1.2.4',
    whose: 'dataBureau',
    period: 'schemeReview.examination',
    ladder: 'standard',
  },
  correctionReply: {
    kind: 'duty',
    label: '修改方案',
    clause: '1.2.4',
    whose: 'applicant',
    period: 'correction.reply',
    ladder: 'standard',
  },
  implementation: {
    kind: 'tracking',
    label: '登记方案实施',
    clause: '1.2.4',
    whose: 'applicant',
    period: 'schemeReview.tracking',
  },
} as const satisfies Record<string, D>;
