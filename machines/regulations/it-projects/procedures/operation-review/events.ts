import { z } from 'zod';
import { officeEvents, returnsTo } from '#machines/desk/events.js';
import { expertEvents } from '#machines/desk/experts.js';
import type { EventCatalog } from '#machines/kit/law/events.js';
import { attachments, fen, opinion, prose, reason, reference } from '#machines/kit/words/fields.js';
import { RETURN_TO } from '../../desk.js';
import { standingEvents } from '../../common/project-standing.js';
import { changes } from './declaration.js';

/** The signals its project sends. */
export const systemEvents = { ...standingEvents, projectEnded: { label: '运维项目已经结束' } } as const;

/** Everything a person may tell a year's operation, in the order of its life. */
export const events = {
  revise: { label: '修改运维方案和预算', payload: z.strictObject({ changes }) },
  submitOperation: { label: '报审运维方案和预算', payload: z.strictObject({ note: opinion }) },
  recall: officeEvents.recall,
  endorse: officeEvents.endorse,
  declineEndorsement: officeEvents.declineEndorsement,
  agreeToOperation: { label: '会审同意', payload: z.strictObject({ opinion, attachments }) },
  objectToOperation: { label: '会审不同意', payload: z.strictObject({ reason, attachments }) },
  returnForCorrection: returnsTo(RETURN_TO),
  resubmit: { label: '补正后重新提交', payload: z.strictObject({ reply: prose(), changes: changes.optional() }) },
  ...expertEvents,
  concludeOperation: {
    label: '作出审核结论',
    payload: z.strictObject({
      ...reference,
      approvedFen: fen.meta({ description: '审定金额，整数分' }),
      opinion,
      attachments,
    }),
  },
  rejectOperation: { label: '审核不通过', payload: z.strictObject({ reason, attachments }) },
  withdraw: { ...officeEvents.withdraw, label: '撤销报审' },
} as const satisfies EventCatalog;
