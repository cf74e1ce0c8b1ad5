import type { DocumentDefinition } from '#machines/kit/law/procedure.js';

/** The kinds of documents a change gathers; the rules ask for them by these names. */
export const documents = {
  changeStatement: { label: '变更情况说明', clause: '2.3.3b' },
  decisionMinutes: { label: '内部决策纪要', clause: '2.3.3b' },
  changedScheme: { label: '变更后方案', clause: '2.3.3b' },
  leadershipBasis: { label: '决策部署文件', clause: '2.3.3c' },
  technicalArgument: { label: '技术论证意见', clause: '2.3.3d' },
  approvedPlan: { label: '已批复的建设规划', clause: '2.3.3e' },
  changeApplication: { label: '变更申请', clause: '2.3.3f' },
  expertOpinion: { label: '专家评审意见', clause: '3.3a' },
  cityOpinion: { label: '市级审核意见', clause: '2.2.4' },
  provinceOpinion: { label: '省级审核意见', clause: '2.2.4' },
  governmentDecision: { label: '县政府批准文件', clause: '2.3.3f' },
  approvalDocument: { label: '变更批准文件', clause: '2.3.3f' },
  other: { label: '其他材料', clause: '1.2.3' },
} as const satisfies Record<string, DocumentDefinition>;

export type DocumentKind = keyof typeof documents;
