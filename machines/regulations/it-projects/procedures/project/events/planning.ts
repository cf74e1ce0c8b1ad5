import { z } from 'zod';
import { returnsTo } from '#machines/desk/events.js';
import { attachments, choice, day, opinion, prose, reason, reference, text } from '#machines/kit/words/fields.js';
import { RETURN_TO } from '../../../desk.js';
import { declarationChanges } from '../declaration.js';
import { dossierChanges } from './approval.js';

const nothing = z.strictObject({});

/** What the pre-reviewer found in comparison with other projects (二(一)2). */
export const SIMILARITY = { none: '无相似', distinct: '有相似但不属拆分', split: '属于拆分申报' } as const;

/** 储备库 and 年度计划 (二(一)2–3, 二(二)3, 二(二)5). */
export const planningEvents = {
  revise: { label: '修改申报内容', payload: z.strictObject({ changes: declarationChanges }) },
  declare: { label: '申报入库', payload: nothing },
  confirmParticipation: { label: '参建单位确认', payload: z.strictObject({ opinion, attachments }) },
  objectParticipation: { label: '参建单位不同意', payload: z.strictObject({ reason, attachments }) },
  endorse: { label: '主管部门审核同意', payload: z.strictObject({ opinion, attachments }) },
  declineEndorsement: { label: '主管部门不同意', payload: z.strictObject({ reason, attachments }) },
  returnForCorrection: returnsTo(RETURN_TO),
  recall: { label: '撤回', payload: z.strictObject({ reason: prose(500).optional() }) },
  resubmit: {
    label: '补正后重新提交',
    payload: z.strictObject({
      reply: prose(),
      declaration: declarationChanges.optional(),
      dossier: dossierChanges.optional(),
    }),
  },
  passPreReview: {
    label: '预审通过，纳入储备库',
    payload: z.strictObject({
      similarity: choice(SIMILARITY).meta({ description: '与相似项目核对' }),
      similarityReason: opinion,
      parentConfirmed: z.boolean().optional().meta({ description: '续建项目：已核实原项目批复' }),
      opinion,
      attachments,
    }),
  },
  rejectPreReview: { label: '预审不通过', payload: z.strictObject({ reason, attachments }) },
  reportToCity: { label: '报市局审核备案', payload: z.strictObject({ reportedOn: day, number: text(100).optional() }) },
  recordCityFiling: {
    label: '登记市局备案结果',
    payload: z.strictObject({
      result: choice({ filed: '予以备案', returned: '退回' }),
      ...reference,
      comment: opinion,
    }),
  },

  applyForPlan: {
    label: '申请列入年度计划',
    payload: z.strictObject({ planYear: z.int().min(2024).max(2100).meta({ description: '计划年度' }) }),
  },
  withdrawFromPlan: { label: '撤回计划申请', payload: z.strictObject({ reason }) },
  requestOutOfPlan: { label: '申请计划外追加', payload: z.strictObject({ reason }) },
  recordGovernmentApproval: {
    label: '登记县政府对追加项目的批准',
    payload: z.strictObject({
      result: choice({ approved: '批准', rejected: '不批准' }),
      ...reference,
      waivesProposal: z.boolean().default(false).meta({ description: '批准文件是否免报项目建议书' }),
    }),
  },
} as const;
