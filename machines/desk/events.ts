import { z } from 'zod';
import { attachments, opinion, reason } from '#machines/kit/words/fields.js';

/** To whom a paper can be sent back: for correction, or to an earlier step of its own road. */
export const RETURN_TO = {
  applicant: '项目单位补正',
  superior: '主管部门重新审核',
  preparation: '项目单位重新编制',
} as const;
export type ReturnTo = keyof typeof RETURN_TO;

/** 退回, to whichever of these it is; to the applicant, unless said. */
export const returnsTo = <const To extends string>(labels: Readonly<Record<To | 'applicant', string>>) => ({
  label: '退回',
  payload: z.strictObject({
    items: reason.meta({ description: '退回的理由和需要补正的内容，一次告知' }),
    to: z
      .enum(Object.keys(labels) as [To | 'applicant'])
      .default('applicant' as never)
      .meta({ labels, description: `退回到哪一步；不填为${labels.applicant}` }),
    attachments,
  }),
});

/** What is said alike in every procedure in which something is asked of an office. */
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
