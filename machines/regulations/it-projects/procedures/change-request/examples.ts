import { affiliationExamples } from '#machines/desk/affiliation.examples.js';
import type { Evidence } from '#machines/kit/testing/example.js';
import { attachmentExamples, notInFutureExamples, orderExamples, paperExamples } from '#machines/desk/papers.examples.js';
import { noticedExamples, returnExamples } from '#machines/desk/corrections.examples.js';
import { handedInExamples } from '#machines/desk/handed-in.examples.js';
import { decisionExamples, opinionExamples, recallExamples } from '../../desk.examples.js';
import { RETURN_TO } from '../../desk.js';
import type { ChangeContext } from './context.js';
import { deadlines } from './deadlines.js';
import { documents } from './documents.js';
import { events } from './events.js';
import { alterationExamples } from './rules/alterations.examples.js';
import { approvalExamples } from './rules/approval.examples.js';
import { declinedExamples } from './rules/declined.examples.js';
import { projectExamples } from './rules/project.examples.js';
import { selfAdjustmentExamples } from './rules/self-adjustment.examples.js';
import { ground, proves, provesAt } from './testing/ground.js';

const told = { proves, provesAt };
const unsent = { submittedOn: null };

/** The evidence for the rules of a change. */
export const evidence: Evidence<ChangeContext> = {
  ground,
  examples: [
    ...affiliationExamples(told),
    ...alterationExamples,
    ...declinedExamples,
    ...projectExamples,
    ...selfAdjustmentExamples,
    ...approvalExamples,
    ...handedInExamples(told, {
      changeStatement: '变更情况说明',
      changeApplication: '变更申请',
      decisionMinutes: '内部决策纪要',
      changedScheme: '变更后方案',
      leadershipBasis: '决策部署文件',
      technicalArgument: '技术论证意见',
      approvedPlan: '已批复的建设规划',
    }),
    ...decisionExamples(told),
    ...opinionExamples(told),
    ...returnExamples(told, RETURN_TO),
    ...recallExamples(told),
    ...noticedExamples(told, Object.keys(deadlines)),
    ...paperExamples(told, documents, ['expertOpinion', 'cityOpinion', 'provinceOpinion', 'governmentDecision', 'approvalDocument']),
    ...attachmentExamples(told, documents, [
      'changeStatement',
      'decisionMinutes',
      'changedScheme',
      'changeApplication',
      'expertOpinion',
      'cityOpinion',
      'provinceOpinion',
      'governmentDecision',
      'approvalDocument',
    ]),
    ...notInFutureExamples(told, ['decidedOn', 'date', 'implementedOn']),
    ...orderExamples(told, events, [
      { on: 'beginExpertReview', field: 'meetingOn', label: '评审会日期', earlier: '报批日期', day: '2026-05-06', without: unsent },
      { on: 'sendToCity', field: 'date', label: '上报日期', earlier: '报批日期', day: '2026-05-06', without: unsent },
      { on: 'sendToGovernment', field: 'date', label: '上报日期', earlier: '报批日期', day: '2026-05-06', without: unsent },
      { on: 'recordExpertReview', field: 'date', label: '评审日期', earlier: '报批日期', day: '2026-05-06', without: unsent },
      { on: 'recordCityReview', field: 'date', label: '市级意见日期', earlier: '报批日期', day: '2026-05-06', without: unsent },
      { on: 'recordProvinceReview', field: 'date', label: '省级意见日期', earlier: '市级意见日期', day: '2026-05-13', without: { city: null } },
      { on: 'recordGovernmentDecision', field: 'date', label: '县政府决定日期', earlier: '报批日期', day: '2026-05-06', without: unsent },
      { on: 'approve', field: 'date', label: '批准日期', earlier: '报批日期', day: '2026-05-06', without: unsent, after: 'after-submission' },
      { on: 'approve', field: 'date', label: '批准日期', earlier: '专家评审日期', day: '2026-05-11', without: { expertReview: null }, after: 'after-experts' },
      { on: 'approve', field: 'date', label: '批准日期', earlier: '省级意见日期', day: '2026-05-18', without: { province: null }, after: 'after-province' },
      {
        on: 'approve',
        field: 'date',
        label: '批准日期',
        earlier: '县政府决定日期',
        day: '2026-05-20',
        without: { government: null },
        after: 'after-government',
      },
      { on: 'recordImplementation', field: 'implementedOn', label: '实施完成日期', earlier: '备案或者批准日期', day: '2026-05-25', without: { allowed: null } },
    ]),
  ],
};
