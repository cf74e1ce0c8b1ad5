import { z } from 'zod';
import type { EventCatalog } from '#machines/kit/law/events.js';
import { choice, day, reason, reference, text } from '#machines/kit/words/fields.js';

/** How far a classified project is. People with clearance handle it outside the system. */
export const OFFLINE_STAGES = {
  planning: '规划与计划',
  approval: '申报审批',
  procurement: '采购',
  construction: '建设',
  acceptance: '竣工验收',
  operation: '运行维护',
} as const;
export type OfflineStage = keyof typeof OFFLINE_STAGES;

const stage = z
  .enum(Object.keys(OFFLINE_STAGES) as [OfflineStage, ...OfflineStage[]])
  .meta({ labels: OFFLINE_STAGES, description: '线下办理到的阶段' });

/** The only fields the index may hold. There is no content and no field for any (二(二)6). */
export const indexEntry = z.strictObject({
  registryNumber: text(60)
    .regex(
      /^[A-Za-z0-9〔〕\-]+号?$/,
      '登记编号只用字母、数字、连字符“-”和六角括号“〔〕”，末尾可以加“号”，例如“SM-2026-01”或“SM〔2026〕1号”；不写其他汉字',
    )
    .meta({ description: '线下登记编号，不得含项目内容' }),
  responsible: text(30).meta({ description: '责任人或责任岗位' }),
  stage,
});

/** Everything a person may tell the index entry of a classified project. */
export const events = {
  allowIndex: { label: '同意登记索引', payload: z.strictObject({ ...reference }) },
  refuseIndex: { label: '不同意登记索引', payload: z.strictObject({ reason }) },
  moveStage: { label: '更新线下办理阶段', payload: z.strictObject({ stage }) },
  recordAssessment: { label: '登记保密测评机构检测评估', payload: z.strictObject({ ...reference }) },
  recordSecrecyReview: {
    label: '登记保密行政管理部门审查结果',
    payload: z.strictObject({ result: choice({ passed: '合格', failed: '不合格' }), ...reference }),
  },
  putIntoUse: { label: '投入使用', payload: z.strictObject({ on: day }) },
  closeIndex: { label: '线下办结', payload: z.strictObject({ on: day }) },
  removeIndex: { label: '撤销索引', payload: z.strictObject({ reason }) },
} as const satisfies EventCatalog;
