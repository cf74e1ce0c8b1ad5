import type { DeadlineOf } from '../../law.js';
import { outstandingReviewers, type OperationContext } from './context.js';
import type { parties } from './parties.js';
import type { systemEvents } from './events.js';

type D = DeadlineOf<OperationContext, keyof typeof parties, keyof typeof systemEvents>;

export const deadlines = {
  drafting: {
    kind: 'tracking',
    label: '准备运维方案和预算',
    clause: '2.5.4',
    whose: 'applicant',
    period: 'draft.tracking',
  },
  endorsement: {
    kind: 'duty',
    label: '主管部门审核运维方案',
    clause: '2.2.5',
    whose: 'superior',
    period: 'endorsement',
    ladder: 'standard',
  },
  jointExamination: {
    kind: 'duty',
    label: '运维方案和预算会审',
    clause: '2.5.4',
    whose: outstandingReviewers,
    period: 'operation.examination',
    ladder: 'standard',
  },
  correctionReply: {
    kind: 'duty',
    label: '补正运维方案和预算',
    clause: '2.5.4',
    whose: 'applicant',
    period: 'correction.reply',
    ladder: 'standard',
  },
  expertReviewTracking: {
    kind: 'tracking',
    label: '跟踪专家评审',
    clause: '3.3a',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  },
  conclusion: {
    kind: 'duty',
    label: '运维预算审核结论',
    clause: '2.5.4',
    whose: 'finance',
    period: 'operation.conclusion',
    ladder: 'standard',
  },
} as const satisfies Record<string, D>;
