import * as closing from './closing.js';
import * as corrections from './corrections.js';
import * as drift from './drift.js';
import * as excuses from './excuses.js';
import { largeProject } from './large-project.js';
import { stories as offices } from './offices.js';
import * as leaving from './leaving-the-unit.js';
import * as returns from './returns.js';
import * as routes from './routes.js';
import * as settling from './settling.js';
import { untouched } from './taking-back.js';
import * as tenders from './tenders.js';
import * as troubles from './troubles.js';

export const stories = [
  largeProject,
  ...Object.values(routes),
  ...Object.values(troubles),
  ...Object.values(tenders),
  ...offices,
  ...Object.values(returns),
  ...Object.values(settling),
  ...Object.values(corrections),
  ...Object.values(closing),
  ...Object.values(drift),
  ...Object.values(excuses),
  ...Object.values(leaving),
  untouched,
];
