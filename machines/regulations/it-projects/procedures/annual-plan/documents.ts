import type { DocumentDefinition } from '#machines/kit/law/procedure.js';

export const documents = {
  planList: { label: '年度计划清单', clause: '2.1.3b' },
  jointReviewRecord: { label: '联审意见', clause: '2.1.3b' },
  expertOpinion: { label: '专家评审意见', clause: '3.3a' },
  cityOpinion: { label: '市局对计划的审核意见', clause: '2.1.3b' },
  provinceOpinion: { label: '省级对计划的审核意见', clause: '2.1.3b' },
  governmentDecision: { label: '县政府确定计划的文件', clause: '2.1.3b' },
  planDocument: { label: '计划下达文件', clause: '2.1.4' },
  other: { label: '其他材料', clause: '1.2.3' },
} as const satisfies Record<string, DocumentDefinition>;
