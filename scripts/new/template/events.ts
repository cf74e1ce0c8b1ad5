import { z } from 'zod';
import { officeEvents } from '#machines/desk/events.js';
import type { EventCatalog } from '#machines/kit/law/events.js';
import { attachments, opinion, prose, reason } from '#machines/kit/words/fields.js';

const { recall, returnForCorrection, withdraw } = officeEvents;

/** Everything a person may say, in the order of a case's life. */
export const events = {
  submit: { label: '提交申请', payload: z.strictObject({ note: opinion }) },
  recall,
  returnForCorrection,
  resubmit: { label: '补正后重新提交', payload: z.strictObject({ reply: prose() }) },
  approve: { label: '同意申请', payload: z.strictObject({ opinion, attachments }) },
  decline: { label: '不同意申请', payload: z.strictObject({ reason, attachments }) },
  withdraw,
} as const satisfies EventCatalog;
