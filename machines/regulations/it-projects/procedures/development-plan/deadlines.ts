import type { DeadlineOf } from '../../law.js';
import { outstandingParties, type PlanContext } from './context.js';
import type { parties } from './parties.js';
import type { systemEvents } from './events.js';

type D = DeadlineOf<PlanContext, keyof typeof parties, keyof typeof systemEvents>;

export const deadlines = {
  drafting: {
    kind: 'tracking',
    label: '编制规划',
    clause: '2.1.1a',
    whose: 'dataBureau',
    period: 'preparation.tracking',
  },
  adjustmentDrafting: {
    kind: 'tracking',
    label: '评估论证和提出调整意见',
    clause: '2.1.1b',
    whose: 'dataBureau',
    period: 'preparation.tracking',
  },
  planConsultation: {
    kind: 'duty',
    label: '规划会签',
    clause: '2.1.1a',
    whose: outstandingParties,
    period: 'jointReview',
    ladder: 'standard',
  },
  correctionReply: {
    kind: 'duty',
    label: '按会签意见修改规划',
    clause: '2.1.1a',
    whose: 'dataBureau',
    period: 'correction.reply',
    ladder: 'standard',
  },
  planSubmission: {
    kind: 'duty',
    label: '规划报审',
    clause: '2.1.1a',
    whose: 'dataBureau',
    period: 'developmentPlan.submission',
    ladder: 'standard',
  },
  expertReviewTracking: {
    kind: 'tracking',
    label: '跟踪专家评审',
    clause: '3.3a',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  },
  cityReviewTracking: {
    kind: 'tracking',
    label: '跟踪市局审核规划',
    clause: '2.1.1a',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  },
  governmentTracking: {
    kind: 'tracking',
    label: '跟踪县政府批准规划',
    clause: '2.1.1a',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  },
  planImplementation: {
    kind: 'duty',
    label: '开始实施规划',
    clause: '2.1.1a',
    whose: 'dataBureau',
    period: 'developmentPlan.implementation',
    ladder: 'standard',
    from: (c, f) => c.versions.at(-1)?.date ?? f.today,
  },
  planFiling: {
    kind: 'duty',
    label: '规划报市局备案',
    clause: '2.1.1a',
    whose: 'dataBureau',
    period: 'developmentPlan.filing',
    ladder: 'standard',
    from: (c, f) => c.versions.at(-1)?.date ?? f.today,
  },
  planTracking: {
    kind: 'tracking',
    label: '跟踪规划实施',
    clause: '2.1.1a',
    whose: 'dataBureau',
    period: 'developmentPlan.tracking',
  },
} as const satisfies Record<string, D>;

export type DeadlineName = keyof typeof deadlines;
