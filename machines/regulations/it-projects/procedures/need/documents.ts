import { papers } from '../../law.js';

/** None is asked for: what is needed is said in the form. */
export const documents = papers('2.1.2d', { needStatement: '需求说明', other: '其他材料' });
