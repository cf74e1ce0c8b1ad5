import type { DocumentDefinition } from '#machines/kit/law/procedure.js';

export const documents = {
  planText: { label: '规划文本', clause: '2.1.1a' },
  evaluationReport: { label: '评估论证报告', clause: '2.1.1b' },
  adjustmentOpinion: { label: '调整意见', clause: '2.1.1b' },
  expertOpinion: { label: '专家评审意见', clause: '3.3a' },
  upperOpinion: { label: '市局审核意见', clause: '2.1.1a' },
  governmentDecision: { label: '县政府批准文件', clause: '2.1.1a' },
  filingReceipt: { label: '备案回执', clause: '2.1.1a' },
  other: { label: '其他材料', clause: '1.2.3' },
} as const satisfies Record<string, DocumentDefinition>;
