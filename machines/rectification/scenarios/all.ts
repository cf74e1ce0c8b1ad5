import * as measures from './measures.js';
import * as orders from './orders.js';

export const stories = [...Object.values(orders), ...Object.values(measures)];
