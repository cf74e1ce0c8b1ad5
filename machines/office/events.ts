import { z } from 'zod';
import { opinion, reason } from '../kit/fields.js';

/** What is said alike in every procedure in which something is asked of an office. */
export const officeEvents = {
  endorse: { label: '主管部门审核同意', payload: z.strictObject({ opinion }) },
  declineEndorsement: { label: '主管部门不同意', payload: z.strictObject({ reason }) },
  returnForCorrection: { label: '退回补正', payload: z.strictObject({ items: reason.meta({ description: '需要补正的内容，一次告知' }) }) },
  recall: { label: '撤回', payload: z.strictObject({ reason }) },
  withdraw: { label: '撤销', payload: z.strictObject({ reason }) },
} as const;
