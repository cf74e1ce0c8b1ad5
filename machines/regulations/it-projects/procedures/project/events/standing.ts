import { z } from 'zod';
import { attachments, choice, prose, reason, reference } from '#machines/kit/words/fields.js';

/** The events that may happen at any time (二(六)). */
export const standingEvents = {
  withdraw: { label: '撤回项目', payload: z.strictObject({ reason }) },
  suspend: { label: '暂停项目', payload: z.strictObject({ reason, ...reference }) },
  resume: { label: '恢复项目', payload: z.strictObject({ reason }) },
  terminate: {
    label: '终止项目',
    payload: z.strictObject({ cause: choice({ subjective: '主观原因', objective: '客观原因' }), reason, ...reference }),
  },
  leaveOpinion: { label: '提出监督意见', payload: z.strictObject({ text: prose(), attachments }) },
} as const;
