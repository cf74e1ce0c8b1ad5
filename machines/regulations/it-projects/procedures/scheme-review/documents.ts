import { papers } from '../../law.js';

export const documents = papers('1.2.4', { scheme: '项目方案', reviewOpinion: '方案审查意见', other: '其他材料' });
