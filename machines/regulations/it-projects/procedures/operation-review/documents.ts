import { papers } from '../../law.js';

export const documents = papers('2.5.4', {
  operationPlan: '运维方案',
  operationBudget: '运维预算',
  useReport: ['资源使用情况报告', '2.5.3'],
  expertOpinion: ['专家评审意见', '3.3a'],
  conclusionDocument: '审核结论文件',
  other: ['其他材料', '1.2.3'],
});
