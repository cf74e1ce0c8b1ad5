import { z } from 'zod';
import { officeEvents, returnsTo } from '#machines/desk/events.js';
import type { EventCatalog } from '#machines/kit/law/events.js';
import { attachments, opinion, prose, reason, text } from '#machines/kit/words/fields.js';
import { corrections, draftChanges } from './declaration.js';

const { recall, withdraw } = officeEvents;

/** The steps to which a need can be sent back. */
export const RETURN_TO = { applicant: '登记单位补正', department: '统筹部门重新研究' } as const;

/** Everything a person may tell a need, in the order of its life. */
export const events = {
  revise: { label: '修改需求', payload: z.strictObject({ changes: draftChanges }) },
  submitNeed: { label: '提交需求', payload: z.strictObject({ note: opinion }) },
  recall,
  agreeToTakeUp: {
    label: '部门同意纳入统筹',
    payload: z.strictObject({ arrangement: prose().meta({ description: '统筹安排' }), attachments }),
  },
  declineToTakeUp: { label: '部门不同意纳入统筹', payload: z.strictObject({ reason, attachments }) },
  returnForCorrection: returnsTo(RETURN_TO),
  resubmit: { label: '补正后重新提交', payload: z.strictObject({ reply: prose(), changes: corrections.optional() }) },
  redirect: {
    label: '改派部门',
    payload: z.strictObject({
      target: text(64).meta({ description: '改派的县直部门(单位编号)' }),
      reason,
      attachments,
    }),
  },
  takeUp: {
    label: '纳入统筹',
    payload: z.strictObject({
      arrangement: prose().meta({ description: '统筹安排' }),
      projectId: text(64).optional().meta({ description: '纳入的项目：案件编号或者编码' }),
      attachments,
    }),
  },
  declineNeed: { label: '不予纳入', payload: z.strictObject({ reason, attachments }) },
  withdraw: { ...withdraw, label: '撤销需求' },
} as const satisfies EventCatalog;
