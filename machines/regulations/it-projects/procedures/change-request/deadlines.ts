import type { DeadlineOf } from '../../law.js';
import type { ChangeContext } from './context.js';
import type { parties } from '../../parties.js';
import type { systemEvents } from './events.js';

type D = DeadlineOf<ChangeContext, keyof typeof parties, keyof typeof systemEvents>;
const duty = (d: Omit<Extract<D, { kind: 'duty' }>, 'kind' | 'ladder'>): D => ({
  kind: 'duty',
  ladder: 'standard',
  ...d,
});
const tracking = (d: Omit<Extract<D, { kind: 'tracking' }>, 'kind'>): D => ({ kind: 'tracking', ...d });

/** Every deadline of a change, named after the duty. */
export const deadlines = {
  drafting: tracking({ label: '准备变更材料', clause: '2.3.3b', whose: 'applicant', period: 'draft.tracking' }),
  filing: duty({
    label: '自主调整报备案',
    clause: '2.3.3b',
    whose: 'applicant',
    period: 'change.filing',
    from: (c, f) => c.decidedOn ?? f.today,
  }),
  acknowledgement: duty({
    label: '受理自主调整备案',
    clause: '2.3.3b',
    whose: 'dataBureau',
    period: 'change.acknowledgement',
  }),
  endorsement: duty({ label: '主管部门审核变更', clause: '2.2.5', whose: 'superior', period: 'endorsement' }),
  examination: duty({ label: '变更审批', clause: '2.3.3f', whose: 'dataBureau', period: 'approval.each' }),
  correctionReply: duty({ label: '补正', clause: '2.3.3f', whose: 'applicant', period: 'correction.reply' }),
  expertReviewTracking: tracking({
    label: '跟踪专家评审',
    clause: '3.3a',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  }),
  cityReviewTracking: tracking({
    label: '跟踪市局审核',
    clause: '2.2.4',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  }),
  provinceReviewTracking: tracking({
    label: '跟踪省级审核',
    clause: '2.2.4',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  }),
  governmentTracking: tracking({
    label: '跟踪县政府决定',
    clause: '2.3.3f',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  }),
  implementation: tracking({
    label: '跟踪变更实施',
    clause: '2.3.3f',
    whose: 'applicant',
    period: 'change.implementation',
  }),
} as const satisfies Record<string, D>;

export type DeadlineName = keyof typeof deadlines;
