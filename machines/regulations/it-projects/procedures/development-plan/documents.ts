import { papers } from '../../law.js';

export const documents = papers('2.1.1a', {
  planText: '规划文本',
  evaluationReport: ['评估论证报告', '2.1.1b'],
  adjustmentOpinion: ['调整意见', '2.1.1b'],
  expertOpinion: ['专家评审意见', '3.3a'],
  upperOpinion: '市局审核意见',
  governmentDecision: '县政府批准文件',
  filingReceipt: '备案回执',
  other: ['其他材料', '1.2.3'],
});
