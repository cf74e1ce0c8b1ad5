import type { DeadlineOf } from '../../law.js';
import { outstandingReviewers, type PlanContext } from './context.js';
import type { parties } from './parties.js';
import type { systemEvents } from './events.js';

type D = DeadlineOf<PlanContext, keyof typeof parties, keyof typeof systemEvents>;
const duty = (d: Omit<Extract<D, { kind: 'duty' }>, 'kind' | 'ladder'>): D => ({
  kind: 'duty',
  ladder: 'standard',
  ...d,
});
const tracking = (d: Omit<Extract<D, { kind: 'tracking' }>, 'kind'>): D => ({ kind: 'tracking', ...d });

/** The deadlines of a yearly plan (二(一)3–4). */
export const deadlines = {
  // Both days are those of the plan itself. If the plan announced none, it has the usual ones.
  windowOpening: {
    kind: 'timer',
    label: '开始受理计划申报',
    clause: '2.1.3a',
    whose: 'dataBureau',
    period: 'plan.window.opens',
    ladder: 'silent',
    moment: 'start',
    fires: 'windowOpened',
    until: (c) => c.opensOn,
  },
  window: {
    kind: 'timer',
    label: '年度计划申报',
    clause: '2.1.3a',
    whose: 'dataBureau',
    period: 'plan.window.closes',
    ladder: 'silent',
    fires: 'windowClosed',
    until: (c) => c.closesOn,
  },
  jointReview: duty({ label: '年度计划联审', clause: '2.1.3b', whose: outstandingReviewers, period: 'jointReview' }),
  planListing: duty({ label: '提出年度计划清单', clause: '2.1.3b', whose: 'dataBureau', period: 'plan.listing' }),
  expertReviewTracking: tracking({
    label: '跟踪年度计划专家评审',
    clause: '3.3a',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  }),
  planCityTracking: tracking({
    label: '跟踪市局计划审核',
    clause: '2.1.3b',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  }),
  planProvinceTracking: tracking({
    label: '跟踪省级计划审核',
    clause: '2.1.3b',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  }),
  planDecisionTracking: tracking({
    label: '跟踪县政府计划决定',
    clause: '2.1.3b',
    whose: 'dataBureau',
    period: 'upperReview.tracking',
  }),
  planIssue: duty({ label: '下达年度计划', clause: '2.1.4', whose: 'dataBureau', period: 'plan.issue' }),
  planPublication: duty({
    label: '年度计划公开',
    clause: '2.6.3a',
    whose: 'dataBureau',
    period: 'publication',
    from: (c, f) => c.issued?.date ?? f.today,
  }),
} as const satisfies Record<string, D>;
