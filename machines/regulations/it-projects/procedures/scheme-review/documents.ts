import { papers } from '../../law.js';

export const documents = papers('1.2.4', {
  scheme: '项目方案',
  parentApproval: '所属建设项目批复文件',
  reviewOpinion: '方案审查意见',
  other: '其他材料',
});
