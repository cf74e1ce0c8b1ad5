import * as measures from './measures.js';
import * as orders from './orders.js';
import * as recalls from './recalls.js';

export const stories = [...Object.values(orders), ...Object.values(measures), ...Object.values(recalls)];
