import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Field } from './field.js';
import { doubled } from './jobs.js';
import { allKilled, asked, killed, pausedLong, pausedShort, skewed, workersLost } from './processes.js';
import { locked } from './rows.js';
import { crashed, redisCrashed, restarted, wiped } from './servers.js';

export const faultsFor = (redis: boolean): Fault[] => [
  killed,
  allKilled,
  workersLost,
  asked,
  skewed,
  pausedShort,
  pausedLong,
  restarted,
  crashed,
  wiped,
  locked,
  doubled,
  ...(redis ? [redisCrashed] : []),
];

/** Longer than the longest fault. */
const ENDED_WITHIN_MS = 60_000;

export interface Faults {
  /** How often each fault has happened, by name. */
  readonly happened: ReadonlyMap<string, number>;
  /** How many faults could not happen because something else was broken already. */
  readonly missed: number;
  readonly total: number;
  /** Begins no more faults. Resolves when those under way are over. */
  end(): Promise<void>;
}

/** Begins one fault after the other at random intervals around `everyMs`. Long faults may overlap with others. */
export function unleash(
  field: Field,
  faults: readonly Fault[],
  everyMs: number,
  onFault: (name: string) => void,
): Faults {
  const happened = new Map<string, number>();
  const over = new AbortController();
  const underWay = new Set<Promise<void>>();
  let missed = 0;

  const one = async (fault: Fault): Promise<void> => {
    onFault(fault.name);
    try {
      await fault.happens(field);
      happened.set(fault.name, (happened.get(fault.name) ?? 0) + 1);
    } catch {
      // A server that is away can't be harmed further.
      missed++;
    }
  };
  const run = async (): Promise<void> => {
    for (;;) {
      await sleep(everyMs * (0.4 + field.chance.next() * 1.2), undefined, { signal: over.signal }).catch(
        () => undefined,
      );
      if (over.signal.aborted) return;
      const fault = one(field.chance.weighted(faults, (f) => f.weight)).finally(() => underWay.delete(fault));
      underWay.add(fault);
    }
  };
  const running = run();
  return {
    happened,
    get missed() {
      return missed;
    },
    get total() {
      return [...happened.values()].reduce((a, b) => a + b, 0);
    },
    async end() {
      over.abort();
      await running;
      await Promise.race([Promise.all(underWay), sleep(ENDED_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}
