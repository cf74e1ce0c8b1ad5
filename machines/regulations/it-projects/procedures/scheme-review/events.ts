import { z } from 'zod';
import { officeEvents, returnsTo } from '#machines/desk/events.js';
import type { EventCatalog } from '#machines/kit/law/events.js';
import { attachments, choice, day, opinion, prose, reason } from '#machines/kit/words/fields.js';
import { RETURN_TO } from '../../desk.js';
import { changes } from './declaration.js';

/** The four points (一(二)4). There are no others. */
export const POINTS = {
  intensive: '集约建设',
  dataSharing: '数据共享',
  interconnection: '系统互联',
  collaboration: '业务协同',
} as const;
export type Point = keyof typeof POINTS;

export const FINDINGS = { met: '符合', unmet: '不符合' } as const;

const finding = (label: string) =>
  z
    .strictObject({ finding: choice(FINDINGS), note: prose().meta({ description: '审查说明' }) })
    .meta({ description: label });
const points = z.strictObject({
  intensive: finding(POINTS.intensive),
  dataSharing: finding(POINTS.dataSharing),
  interconnection: finding(POINTS.interconnection),
  collaboration: finding(POINTS.collaboration),
});
export type Findings = z.infer<typeof points>;

/** Everything a person may tell a scheme, in the order of its life. */
export const events = {
  revise: { label: '修改方案信息', payload: z.strictObject({ changes }) },
  submitScheme: { label: '提交方案审查', payload: z.strictObject({ note: opinion }) },
  recall: officeEvents.recall,
  endorse: officeEvents.endorse,
  declineEndorsement: officeEvents.declineEndorsement,
  returnForCorrection: returnsTo(RETURN_TO),
  passScheme: { label: '方案审查通过', payload: z.strictObject({ points, opinion, attachments }) },
  requireRevision: {
    label: '方案退回修改',
    payload: z.strictObject({ points, items: reason.meta({ description: '需要修改的内容，一次告知' }), attachments }),
  },
  rejectScheme: { label: '方案审查不通过', payload: z.strictObject({ points, reason, attachments }) },
  resubmit: { label: '修改后重新提交', payload: z.strictObject({ reply: prose(), changes: changes.optional() }) },
  proceed: {
    label: '登记方案实施',
    payload: z.strictObject({ startedOn: day.meta({ description: '开始实施日期' }), note: opinion }),
  },
  withdraw: { ...officeEvents.withdraw, label: '撤销方案' },
} as const satisfies EventCatalog;
