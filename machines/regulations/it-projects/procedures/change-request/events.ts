import { z } from 'zod';
import { officeEvents, returnsTo } from '#machines/desk/events.js';
import { expertEvents } from '#machines/desk/experts.js';
import type { EventCatalog } from '#machines/kit/law/events.js';
import { attachments, choice, day, opinion, prose, reason, reference, text } from '#machines/kit/words/fields.js';
import { RETURN_TO } from '../../desk.js';
import { standingEvents } from '../../common/project-standing.js';
import { contentChanges } from './content.js';

const decided = z.strictObject({ decidedOn: day.meta({ description: '内部决策日期' }) });
const outside = { result: choice({ agreed: '同意', returned: '退回修改', rejected: '不同意' }), comment: opinion };

/** Everything a person may tell a change request, in the order of its life. */
export const events = {
  revise: { label: '修改变更内容', payload: z.strictObject({ changes: contentChanges }) },
  recordDecision: { label: '登记自主调整决定', payload: decided },
  submitChange: { label: '提交变更', payload: decided },
  fileChange: { label: '自主调整并报备案', payload: decided },
  recall: { label: '撤回', payload: z.strictObject({ reason }) },
  withdraw: { label: '撤回变更', payload: z.strictObject({ reason }) },
  acknowledge: { label: '受理备案', payload: z.strictObject({ opinion, attachments }) },
  declineFiling: { label: '不予备案，须报批', payload: z.strictObject({ reason, attachments }) },
  endorse: officeEvents.endorse,
  declineEndorsement: officeEvents.declineEndorsement,
  returnForCorrection: returnsTo(RETURN_TO),
  resubmit: {
    label: '补正后重新提交',
    payload: z.strictObject({ reply: prose(), changes: contentChanges.optional() }),
  },
  ...expertEvents,
  sendToCity: {
    label: '变更后的初步设计报市局审核',
    payload: z.strictObject({ date: day, number: text(100).optional() }),
  },
  recordCityReview: { label: '登记市局审核意见', payload: z.strictObject({ ...outside, ...reference }) },
  recordProvinceReview: { label: '登记省级审核意见', payload: z.strictObject({ ...outside, ...reference }) },
  sendToGovernment: { label: '报县政府审定', payload: z.strictObject({ date: day, number: text(100).optional() }) },
  recordGovernmentDecision: {
    label: '登记县政府决定',
    payload: z.strictObject({ ...outside, body: text(100).meta({ description: '决定机关或者会议' }), ...reference }),
  },
  approve: {
    label: '批准变更',
    payload: z.strictObject({ body: text(100).meta({ description: '批准机关' }), ...reference, opinion, attachments }),
  },
  reject: { label: '不予批准', payload: z.strictObject({ reason, attachments }) },
  recordImplementation: { label: '登记变更实施完成', payload: z.strictObject({ implementedOn: day, note: opinion }) },
} as const satisfies EventCatalog;

/** What its project tells it. */
export const systemEvents = { ...standingEvents, projectEnded: { label: '项目已经结束' } } as const;
