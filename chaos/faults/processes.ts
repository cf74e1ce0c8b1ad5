import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Field } from './field.js';
import { wiped } from './servers.js';

const MINUTE_MS = 60_000;
/** BullMQ gives a job to another worker after 30 seconds without a sign of life. */
const LONGER_THAN_A_LOCK_MS = 33_000;
const SKEWS_MS = [3, 30, 300, 1_440, 4_320, 14_400].flatMap((minutes) => [minutes * MINUTE_MS, -minutes * MINUTE_MS]);

const anybody = ({ chance, fleet }: Field) => chance.pick([...fleet.apis, ...fleet.workers]);

export const killed: Fault = {
  name: 'process killed',
  weight: 10,
  happens: async (field) => void anybody(field).signal('SIGKILL'),
};

export const allKilled: Fault = {
  name: 'all killed at once',
  weight: 1,
  happens: async ({ fleet }) => {
    for (const slot of [...fleet.apis, ...fleet.workers]) slot.signal('SIGKILL');
  },
};

/** Kills every worker and the queue at once. Only the rows know what fell due meanwhile. */
export const workersLost: Fault = {
  name: 'all workers and the queue lost',
  weight: 2,
  happens: async (field) => {
    for (const slot of field.fleet.workers) slot.signal('SIGKILL');
    await wiped.happens(field);
  },
};

export const asked: Fault = {
  name: 'process asked to stop',
  weight: 4,
  happens: async (field) => void anybody(field).signal('SIGTERM'),
};

export const skewed: Fault = {
  name: 'clock skewed',
  weight: 5,
  happens: async ({ chance, fleet }) => {
    const slot = chance.pick(fleet.workers);
    slot.skewMs = slot.skewMs === 0 || chance.hit(0.6) ? chance.pick(SKEWS_MS) : 0;
    slot.signal('SIGKILL');
  },
};

export const paused = (ms: number, weight: number, name: string): Fault => ({
  name,
  weight,
  happens: async (field) => {
    const slot = field.chance.pick(field.fleet.workers);
    const { pid } = slot;
    if (!slot.signal('SIGSTOP')) return;
    await sleep(ms);
    // Another process may be there by now.
    if (slot.pid === pid) slot.signal('SIGCONT');
  },
});

export const pausedLong = paused(LONGER_THAN_A_LOCK_MS, 2, 'process paused for 33 s');
export const pausedShort = paused(4_000, 4, 'process paused for 4 s');
