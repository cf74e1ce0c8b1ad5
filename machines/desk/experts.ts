import { z } from 'zod';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { day, opinion, text } from '#machines/kit/words/fields.js';

/** What experts concluded about what they were shown. */
export interface ExpertReview {
  date: IsoDate;
  experts: { number: string; unit: string }[];
  conclusion: 'passed' | 'passedAfterRevision' | 'failed';
}

export const expertEvents = {
  beginExpertReview: { label: '组织专家评审', payload: z.strictObject({ meetingOn: day, note: opinion }) },
  recordExpertReview: {
    label: '登记专家评审结论',
    payload: z.strictObject({
      date: day,
      experts: z
        .array(
          z.strictObject({
            number: text(50).meta({ description: '专家库编号' }),
            unit: text(200).meta({ description: '所在单位' }),
          }),
        )
        .min(1)
        .max(99),
      conclusion: z
        .enum(['passed', 'passedAfterRevision', 'failed'])
        .meta({ description: '通过 / 修改后通过 / 不通过' }),
    }),
  },
} as const;
