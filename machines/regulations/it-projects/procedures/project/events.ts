import { z } from 'zod';
import type { EventCatalog } from '#machines/kit/law/events.js';
import { choice, prose, reason, reference, text } from '#machines/kit/words/fields.js';
import { acceptanceEvents } from './events/acceptance.js';
import { approvalEvents } from './events/approval.js';
import { changeSignals } from '../../common/change-signals.js';
import { deliveryEvents } from './events/delivery.js';
import { operationSignals } from '../../common/operation-signals.js';
import { planningEvents } from './events/planning.js';
import { standingEvents } from './events/standing.js';

/** Everything a person may tell a project, in the order of its life. */
export const events = {
  ...planningEvents,
  ...approvalEvents,
  ...deliveryEvents,
  ...acceptanceEvents,
  ...standingEvents,
} as const satisfies EventCatalog;

/** The decision of a rectification about its project: the case, the reason, the document. */
const ordered = z.strictObject({ case: text(40), reason, number: text(100) });
export type Ordered = z.infer<typeof ordered>;

/** The events that time, another case, or another region of the machine sends. */
export const systemEvents = {
  planReturned: { label: '计划联审退回补正', payload: z.strictObject({ reason: prose() }) },
  planRemoved: { label: '从计划清单剔除', payload: z.strictObject({ reason: prose() }) },
  planIssued: { label: '列入下达的年度计划', payload: z.strictObject({ ...reference, item: text(50), year: z.int() }) },
  budgetApproved: { label: '概算批复' },
  acceptancePassed: { label: '通过竣工验收' },
  pooled: { label: '纳入储备库' },
  unpooled: { label: '退出储备库，重新预审' },
  contractSigned: { label: '合同签订' },
  contractAmended: { label: '合同信息更正' },
  trialPeriodElapsed: { label: '试运行期届满' },
  selfEvaluationSubmitted: { label: '自评价已报送' },
  selfEvaluationTakenBack: { label: '自评价已撤回' },
  evaluationWindowOpened: { label: '绩效自评价开始受理' },
  suspendedByRectification: { label: '因整改暂停项目', payload: ordered },
  resumedByRectification: { label: '整改后恢复项目', payload: ordered },
  terminatedByRectification: {
    label: '因整改终止项目',
    payload: ordered.extend({ cause: choice({ subjective: '主观原因', objective: '客观原因' }) }),
  },
  ...operationSignals,
  ...changeSignals,
} as const;
