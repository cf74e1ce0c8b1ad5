import { papers } from '../../law.js';

/** The kinds of documents a change gathers; the rules ask for them by these names. */
export const documents = papers('2.3.3b', {
  changeStatement: '变更情况说明',
  decisionMinutes: '内部决策纪要',
  changedScheme: '变更后方案',
  leadershipBasis: ['决策部署文件', '2.3.3c'],
  technicalArgument: ['技术论证意见', '2.3.3d'],
  approvedPlan: ['已批复的建设规划', '2.3.3e'],
  changeApplication: ['变更申请', '2.3.3f'],
  expertOpinion: ['专家评审意见', '3.3a'],
  cityOpinion: ['市级审核意见', '2.2.4'],
  provinceOpinion: ['省级审核意见', '2.2.4'],
  governmentDecision: ['县政府批准文件', '2.3.3f'],
  approvalDocument: ['变更批准文件', '2.3.3f'],
  other: ['其他材料', '1.2.3'],
});

export type DocumentKind = keyof typeof documents;
