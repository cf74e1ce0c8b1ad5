import { papers } from '../../law.js';

/** No document is required: the form says what is needed. */
export const documents = papers('2.1.2d', { needStatement: '需求说明', other: '其他材料' });
