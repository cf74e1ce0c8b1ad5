import * as approval from './approval.js';
import * as order from './order.js';
import * as returns from './returns.js';
import * as selfAdjustment from './self-adjustment.js';

export const stories = [selfAdjustment, approval, returns, order].flatMap((told) => Object.values(told));
