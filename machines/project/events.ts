import type { EventCatalog } from '../kit/events.js';
import { approvalEvents } from './events/approval.js';
import { changeSignals } from './events/changes.js';
import { deliveryEvents } from './events/delivery.js';
import { acceptanceEvents } from './events/acceptance.js';
import { planningEvents } from './events/planning.js';
import { standingEvents } from './events/standing.js';

/** Everything a person may tell a project, in the order of its life. */
export const events = {
  ...planningEvents,
  ...approvalEvents,
  ...deliveryEvents,
  ...acceptanceEvents,
  ...standingEvents,
} as const satisfies EventCatalog;

/** Events that only time brings, one region of the machine tells another, or a change request tells its project. */
export const systemEvents = {
  pooled: { label: '纳入储备库' },
  contractSigned: { label: '合同签订' },
  trialPeriodElapsed: { label: '试运行期届满' },
  evaluationWindowOpened: { label: '绩效自评价开始受理' },
  ...changeSignals,
} as const;
