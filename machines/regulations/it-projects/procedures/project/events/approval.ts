import { z } from 'zod';
import { expertEvents } from '#machines/desk/experts.js';
import {
  attachments,
  changesOf,
  choice,
  company,
  day,
  fen,
  opinion,
  reason,
  reference,
  text,
} from '#machines/kit/words/fields.js';

const outsideReview = z.strictObject({
  result: choice({ agreed: '审核同意', returned: '退回修改', rejected: '不同意' }),
  ...reference,
  comment: opinion,
});

/** The fields of a design-level document. The law judges them when the document is to be approved. */
const design = {
  designer: company.optional().meta({ description: '咨询设计单位' }),
  sharingChapter: z.boolean().default(false).meta({ description: '含数据资源共享分析篇(章)' }),
  securityChapter: z.boolean().default(false).meta({ description: '含网络安全方案' }),
  cryptographyChapter: z.boolean().default(false).meta({ description: '含密码应用方案' }),
  operationChapter: z.boolean().default(false).meta({ description: '含运维专门设计' }),
  budgetLines: z
    .array(z.strictObject({ name: text(200), amountFen: fen }))
    .max(500)
    .default([])
    .meta({ description: '概算明细' }),
  operationCostInBudget: z.boolean().default(false).meta({ description: '概算中列支运维费用' }),
  catalogue: z
    .union([z.strictObject({ number: text(100) }), z.strictObject({ notApplicable: reason })])
    .optional()
    .meta({ description: '数据资源目录编号，或不适用的理由' }),
};

/** The name of the amount in each dossier, at submission and at correction. */
const investment = { investmentFen: fen.meta({ description: '可研投资额，整数分' }) };
const budget = { budgetFen: fen.meta({ description: '投资概算，整数分' }) };

/** The corrections of a submitted dossier, under the names of its submission. Only the given fields change. */
export const dossierChanges = changesOf(z.strictObject({ ...investment, ...budget, ...design }));
export type DossierChanges = z.infer<typeof dossierChanges>;

const designDossier = z.strictObject({ ...budget, ...design });

/** 申报与审批 (二(二)1–6, 三3, 三4). */
export const approvalEvents = {
  reviseEstimate: { label: '调整投资估算', payload: z.strictObject({ estimateFen: fen, reason }) },
  recordPlanAdjustment: {
    label: '登记县政府对计划的调整',
    payload: z.strictObject({ ...reference, amountFen: fen.meta({ description: '调整后的计划金额，整数分' }) }),
  },
  submitFeasibility: {
    label: '报批可行性研究报告',
    payload: z.strictObject({ ...investment, designer: company.optional().meta({ description: '咨询设计单位' }) }),
  },
  submitDesign: { label: '报批初步设计方案和投资概算', payload: designDossier },
  submitCombined: { label: '报批合并编制文本', payload: designDossier },
  submitServicePlan: { label: '报批购买服务方案', payload: designDossier },
  ...expertEvents,
  recordSpecialReview: { ...expertEvents.recordExpertReview, label: '登记不依托平台项目的专业评审' },
  commissionThirdParty: {
    label: '委托第三方机构审查',
    payload: z.strictObject({ institution: company, on: day, note: opinion }),
  },
  recordThirdPartyReport: { label: '登记第三方机构审查报告', payload: z.strictObject({ date: day, comment: opinion }) },
  sendToCity: { label: '初步设计报市局审核', payload: z.strictObject({ date: day, number: text(100).optional() }) },
  recordCityReview: { label: '登记市局审核意见', payload: outsideReview },
  recordProvinceReview: { label: '登记省级审核意见', payload: outsideReview },
  recordIntranetApproval: { label: '电子政务内网项目前置审批', payload: z.strictObject({ ...reference }) },
  approve: {
    label: '批复',
    payload: z.strictObject({
      ...reference,
      approvedFen: fen.meta({ description: '批复金额，整数分' }),
      opinion,
      attachments,
    }),
  },
  reject: { label: '不予批复', payload: z.strictObject({ reason, attachments }) },
} as const;
