import { z } from 'zod';
import { expertEvents } from '#machines/desk/experts.js';
import type { EventCatalog } from '#machines/kit/law/events.js';
import { attachments, choice, day, fen, opinion, prose, reason, reference, text } from '#machines/kit/words/fields.js';

const project = text(64).meta({ description: '计划内项目的案件编号或编码' });

/** The answer of a body outside the system to the list, as the bureau records it. */
const outsideResult = z.strictObject({
  result: choice({ agreed: '同意', returned: '退回修改', rejected: '不同意' }),
  ...reference,
  comment: opinion,
});

/** The county government's document by which something it has determined is undone. */
const undoing = {
  number: text(100).optional().meta({ description: '县政府文件的文号；计划已经县政府确定的必填' }),
  date: day.optional().meta({ description: '县政府文件的日期；计划已经县政府确定的必填' }),
};

/** Everything a person may tell a yearly plan (二(一)3–4). */
export const events = {
  extendWindow: { label: '调整申报截止日期', payload: z.strictObject({ closesOn: day, reason }) },
  closeWindow: { label: '截止申报，转入联审', payload: z.strictObject({ reason }) },
  reopenWindow: { label: '重新开放申报', payload: z.strictObject({ closesOn: day, reason }) },
  giveJointOpinion: {
    label: '出具联审意见',
    payload: z.strictObject({
      projects: z
        .array(project)
        .min(1)
        .max(500)
        .optional()
        .meta({ description: '所指项目；不填为本部门尚未表态的全部项目' }),
      opinion: choice({ agree: '同意', object: '不同意', recuse: '回避(本部门的项目)' }),
      comment: opinion,
      attachments,
    }),
  },
  returnItem: {
    label: '退回项目补正',
    payload: z.strictObject({ project, items: reason.meta({ description: '需要补正的内容，一次告知' }), attachments }),
  },
  removeItem: { label: '从计划清单剔除', payload: z.strictObject({ project, reason, ...undoing, attachments }) },
  ...expertEvents,
  submitPlanToCity: {
    label: '计划清单报市局审核',
    payload: z.strictObject({ date: day, number: text(100).optional() }),
  },
  recordPlanCityOpinion: { label: '登记市局对计划的审核意见', payload: outsideResult },
  recordPlanProvinceOpinion: { label: '登记省级对计划的审核意见', payload: outsideResult },
  recordPlanDecision: { label: '登记县政府对计划的决定', payload: outsideResult },
  issuePlan: { label: '下达年度计划', payload: z.strictObject({ ...reference }) },
  publishPlan: {
    label: '登记计划公开',
    payload: z.strictObject({ publishedOn: day, where: text(200).meta({ description: '公开的网站或栏目' }) }),
  },
  cancelPlan: { label: '终止计划编制', payload: z.strictObject({ reason, ...undoing }) },
} as const satisfies EventCatalog;

/** What a project tells the plan when it applies. */
export const applicationOf = z.strictObject({
  project: z.uuid(),
  number: text(40),
  title: text(100),
  amountFen: fen,
  /** Which version of the declaration it is. Opinions belong to one. */
  version: z.int(),
  unit: z.strictObject({ id: text(64), name: text(200), superior: text(64).nullable() }),
});
export type Application = z.infer<typeof applicationOf>;

/** Events of time and of the projects. */
export const systemEvents = {
  windowOpened: { label: '开始受理申报' },
  windowClosed: { label: '申报截止' },
  applied: { label: '项目申请列入计划', payload: applicationOf },
  itemCorrected: { label: '项目补正后重新提交', payload: applicationOf },
  itemWithdrawn: { label: '项目退出计划', payload: z.strictObject({ project: z.uuid(), reason: prose() }) },
} as const;
