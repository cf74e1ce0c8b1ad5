import { z } from 'zod';
import { officeEvents } from '#machines/desk/events.js';
import type { EventCatalog } from '#machines/kit/law/events.js';
import { attachments, choice, opinion, prose, reason, reference } from '#machines/kit/words/fields.js';
import { limit } from './limit.js';

/** Every decision says why and on which document (二(六)2). */
const decision = { reason, ...reference, attachments };
const measure = z.strictObject({
  ...decision,
  limit: limit.optional().meta({ description: '另定的整改期限；不填则不另定' }),
});
const lifting = z.strictObject(decision);

export const events = {
  reportRectification: {
    label: '报送整改报告',
    payload: z.strictObject({ report: prose().meta({ description: '整改情况' }) }),
  },
  resubmit: { label: '补正后重新报送', payload: z.strictObject({ reply: prose().meta({ description: '补正说明' }) }) },

  recall: officeEvents.recall,
  returnForCorrection: officeEvents.returnForCorrection,
  confirmRectification: { label: '复核合格', payload: z.strictObject({ opinion, attachments }) },
  failRectification: { label: '复核不合格', payload: z.strictObject({ reason, attachments }) },

  criticise: { label: '通报批评', payload: measure },
  deferPlan: { label: '暂缓安排建设计划', payload: measure },
  suspendProject: { label: '暂停项目建设', payload: measure },
  terminateProject: {
    label: '终止项目',
    payload: z.strictObject({ cause: choice({ subjective: '主观原因', objective: '客观原因' }), ...decision }),
  },
  setNewLimit: { label: '另定整改期限', payload: z.strictObject({ limit, reason, attachments }) },

  liftDeferral: { label: '解除暂缓安排建设计划', payload: lifting },
  liftSuspension: { label: '解除暂停项目建设', payload: lifting },
  revokeOrder: { label: '撤销整改通知', payload: lifting },
  leaveOpinion: { label: '提出意见', payload: z.strictObject({ text: prose(), attachments }) },
} as const satisfies EventCatalog;
