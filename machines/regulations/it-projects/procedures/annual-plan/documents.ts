import { papers } from '../../law.js';

export const documents = papers('2.1.3b', {
  planList: '年度计划清单',
  jointReviewRecord: '联审意见',
  expertOpinion: ['专家评审意见', '3.3a'],
  cityOpinion: '市局对计划的审核意见',
  provinceOpinion: '省级对计划的审核意见',
  governmentDecision: '县政府确定计划的文件',
  planDocument: ['计划下达文件', '2.1.4'],
  other: ['其他材料', '1.2.3'],
});
