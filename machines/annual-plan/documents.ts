import type { DocumentDefinition } from '../kit/procedure.js';

export const documents = {
  planList: { label: '年度计划清单', clause: '2.1.3b' },
  jointReviewRecord: { label: '联审意见', clause: '2.1.3b' },
  upperOpinion: { label: '市级、省级审核意见', clause: '2.1.3b' },
  governmentDecision: { label: '县政府确定计划的文件', clause: '2.1.3b' },
  planDocument: { label: '计划下达文件', clause: '2.1.4' },
  other: { label: '其他材料', clause: '1.2.3' },
} as const satisfies Record<string, DocumentDefinition>;
