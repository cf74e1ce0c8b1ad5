import { affiliationExamples } from '#machines/desk/affiliation.examples.js';
import { proofs, type Evidence } from '#machines/kit/testing/example.js';
import { notOwnCase } from '../../desk.js';
import { attachmentExamples, notInFutureExamples, orderExamples, paperExamples } from '#machines/desk/papers.examples.js';
import { decisionExamples, opinionExamples } from '../../desk.examples.js';
import type { PlanContext } from './context.js';
import { documents } from './documents.js';
import { events } from './events.js';
import { determinedExamples } from './rules/determined.examples.js';
import { expertExamples } from './rules/experts.examples.js';
import { itemExamples } from './rules/items.examples.js';
import { ownExamples } from './rules/own.examples.js';
import { unitExamples } from './rules/units.examples.js';
import { windowExamples } from './rules/window.examples.js';
import { ground, item, second } from './testing/ground.js';

const ours = proofs<PlanContext>();

/** The evidence for the rules of a yearly plan. */
export const evidence: Evidence<PlanContext> = {
  ground,
  examples: [
    ...itemExamples,
    ...determinedExamples,
    ...ownExamples,
    ...expertExamples,
    ...unitExamples,
    ...windowExamples,
    // Here the decision on one's own item is refused item by item.
    ...decisionExamples(ours).filter((e) => e.rule !== notOwnCase.id),
    ...affiliationExamples(ours),
    ...opinionExamples(ours),
    ...paperExamples(ours, documents, ['expertOpinion', 'cityOpinion', 'provinceOpinion', 'governmentDecision', 'planDocument']),
    ...attachmentExamples(ours, documents, ['planList', 'expertOpinion', 'cityOpinion', 'provinceOpinion', 'governmentDecision', 'planDocument']),
    ...notInFutureExamples(ours, ['date', 'publishedOn']),
    ...orderExamples(ours, events, [
      {
        on: 'beginExpertReview',
        field: 'meetingOn',
        label: '评审会日期',
        earlier: '最近一项申报、补正日期',
        day: '2025-09-22',
        context: { items: [item({ appliedOn: '2025-09-22' })] },
        without: { items: [] },
      },
      {
        on: 'recordExpertReview',
        field: 'date',
        label: '评审日期',
        earlier: '最近一项申报、补正日期',
        day: '2025-09-22',
        context: { items: [item({ appliedOn: '2025-09-22' }), second(), second({ appliedOn: '2025-09-29', status: 'removed' })] },
        without: { items: [] },
      },
      { on: 'submitPlanToCity', field: 'date', label: '上报日期', earlier: '专家评审日期', day: '2025-11-07', without: { expertReview: null } },
      { on: 'recordPlanCityOpinion', field: 'date', label: '市级意见日期', earlier: '上报日期', day: '2025-11-10', without: { sentOn: null } },
      { on: 'recordPlanProvinceOpinion', field: 'date', label: '省级意见日期', earlier: '市级意见日期', day: '2025-11-17', without: { city: null } },
      { on: 'recordPlanDecision', field: 'date', label: '县政府决定日期', earlier: '省级意见日期', day: '2025-11-24', without: { province: null } },
      ...(['removeItem', 'cancelPlan'] as const).map((on) => ({
        on,
        field: 'date',
        label: '县政府文件日期',
        earlier: '县政府决定日期',
        day: '2025-12-01',
        without: { government: null },
      })),
      { on: 'issuePlan', field: 'date', label: '下达日期', earlier: '县政府决定日期', day: '2025-12-01', without: { government: null } },
      { on: 'publishPlan', field: 'publishedOn', label: '公开日期', earlier: '下达日期', day: '2025-12-08', without: { issued: null } },
    ]),
  ],
};
