import type { DocumentDefinition } from '#machines/kit/law/procedure.js';

export const documents = {
  operationPlan: { label: '运维方案', clause: '2.5.4' },
  operationBudget: { label: '运维预算', clause: '2.5.4' },
  useReport: { label: '资源使用情况报告', clause: '2.5.3' },
  expertOpinion: { label: '专家评审意见', clause: '3.3a' },
  conclusionDocument: { label: '审核结论文件', clause: '2.5.4' },
  other: { label: '其他材料', clause: '1.2.3' },
} as const satisfies Record<string, DocumentDefinition>;
