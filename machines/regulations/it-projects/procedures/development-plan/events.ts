import { z } from 'zod';
import { officeEvents } from '#machines/desk/events.js';
import { expertEvents } from '#machines/desk/experts.js';
import type { EventCatalog } from '#machines/kit/law/events.js';
import { attachments, choice, day, opinion, prose, reason, reference, text } from '#machines/kit/words/fields.js';
import { changes } from './declaration.js';

/** The decision of a body outside the system, as the bureau records it. A refusal has a reason. */
const consent = z.strictObject({ ...reference, comment: opinion });
const objection = z.strictObject({
  result: choice({ returned: '退回修改', rejected: '不同意' }),
  ...reference,
  reason,
});
const sent = z.strictObject({ date: day, number: text(100).optional().meta({ description: '报送文号' }) });

/** Everything a person may tell a development plan, in the order of its life. */
export const events = {
  revise: { label: '修改规划内容', payload: z.strictObject({ changes }) },
  beginConsultation: { label: '征求部门意见', payload: z.strictObject({ note: opinion }) },
  recall: officeEvents.recall,
  agreeToPlan: { label: '会签同意', payload: z.strictObject({ opinion, attachments }) },
  objectToPlan: { label: '会签不同意', payload: z.strictObject({ reason, attachments }) },
  returnForCorrection: { ...officeEvents.returnForCorrection, label: '退回修改' },
  resubmit: { label: '修改后重新会签', payload: z.strictObject({ reply: prose(), changes: changes.optional() }) },
  ...expertEvents,
  submitToCity: { label: '规划报市局审核', payload: sent },
  recordCityConsent: { label: '登记市局同意规划', payload: consent },
  recordCityObjection: { label: '登记市局不同意规划', payload: objection },
  submitToGovernment: { label: '规划报县政府批准', payload: sent },
  recordGovernmentApproval: { label: '登记县政府批准规划', payload: consent },
  recordGovernmentObjection: { label: '登记县政府不批准规划', payload: objection },
  implementPlan: { label: '开始实施规划', payload: z.strictObject({ date: day, note: opinion }) },
  filePlanWithCity: { label: '规划报市局备案', payload: sent },
  beginAdjustment: {
    label: '启动规划调整',
    payload: z.strictObject({ reason: reason.meta({ description: '情况发生的重大变化' }) }),
  },
  proposeAdjustment: {
    label: '提出调整意见',
    payload: z.strictObject({ summary: prose().meta({ description: '调整意见' }), changes: changes.optional() }),
  },
  abandonAdjustment: { label: '放弃规划调整', payload: z.strictObject({ reason }) },
  supersedePlan: {
    label: '由新规划接替',
    payload: z.strictObject({ planId: text(64).meta({ description: '接替的规划：案件编号或者编码' }), reason }),
  },
  expirePlan: { label: '规划期满', payload: z.strictObject({ note: opinion }) },
  withdraw: { ...officeEvents.withdraw, label: '撤销规划编制' },
} as const satisfies EventCatalog;

/** The events that one region of the machine sends to the other. */
export const systemEvents = { planApproved: { label: '规划经县政府批准' } } as const;
