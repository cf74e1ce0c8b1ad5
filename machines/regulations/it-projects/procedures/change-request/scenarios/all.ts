import * as approval from './approval.js';
import * as returns from './returns.js';
import * as selfAdjustment from './self-adjustment.js';

export const stories = [...Object.values(selfAdjustment), ...Object.values(approval), ...Object.values(returns)];
