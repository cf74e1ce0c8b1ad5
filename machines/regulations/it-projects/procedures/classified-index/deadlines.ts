import type { DeadlineOf } from '../../law.js';
import type { IndexContext } from './context.js';
import type { parties } from './parties.js';

export const deadlines = {
  consent: {
    kind: 'duty',
    label: '保密部门同意登记',
    clause: '2.2.6c',
    whose: 'secrecy',
    period: 'classified.consent',
    ladder: 'standard',
  },
  offlineTracking: {
    kind: 'tracking',
    label: '更新线下办理阶段',
    clause: '2.2.6c',
    whose: 'applicant',
    period: 'classified.tracking',
  },
} as const satisfies Record<string, DeadlineOf<IndexContext, keyof typeof parties>>;
