import { z } from 'zod';
import { attachments, opinion, reason } from '#machines/kit/words/fields.js';

/** The applicant who handed the paper in. A paper can always be sent back to them. */
export const TO_APPLICANT = 'applicant';

/** Builds the form of 退回 to any of these steps. By default to the applicant. */
export const returnsTo = <const To extends string>(labels: Readonly<Record<To | typeof TO_APPLICANT, string>>) => ({
  label: '退回',
  payload: z.strictObject({
    items: reason.meta({ description: '退回的理由和需要补正的内容，一次告知' }),
    to: z
      .enum(Object.keys(labels))
      .default(TO_APPLICANT)
      .meta({ labels, description: `退回到哪一步；不填为${labels.applicant}` }) as z.ZodType<To | typeof TO_APPLICANT>,
    attachments,
  }),
});

/** The events that are the same in every procedure in which something is asked of an office. */
export const officeEvents = {
  endorse: { label: '主管部门审核同意', payload: z.strictObject({ opinion, attachments }) },
  declineEndorsement: { label: '主管部门不同意', payload: z.strictObject({ reason, attachments }) },
  returnForCorrection: {
    label: '退回补正',
    payload: z.strictObject({ items: reason.meta({ description: '需要补正的内容，一次告知' }), attachments }),
  },
  recall: { label: '撤回', payload: z.strictObject({ reason }) },
  withdraw: { label: '撤销', payload: z.strictObject({ reason }) },
} as const;
