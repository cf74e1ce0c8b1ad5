import { papers } from '#machines/regulations/it-projects/law.js';
import { CLAUSE } from './clause.js';

export const documents = papers(CLAUSE, { request: '申请材料', other: '其他材料' });
