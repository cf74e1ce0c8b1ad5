import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Chance } from '#machines/kit/testing/chance.js';
import type { FastClock } from '../clock.js';
import { GaveUp, type Client } from './client.js';
import { Desk, Over, Refused } from './desk.js';
import type { Ledger } from './ledger.js';
import { need, scheme } from './routes/others.js';
import { planned, plans, Window } from './routes/plan.js';
import { corrected, leftToTime, rectified, suspended, wholeLife } from './routes/project.js';

type Route = (desk: Desk, window: Window) => Promise<void>;

/** The share of cases, in percent, that take each route. */
export type Routes = readonly (readonly [number, Route])[];

export const EVERYTHING: Routes = [
  [34, leftToTime],
  [22, corrected],
  [8, suspended],
  [8, wholeLife],
  [6, rectified],
  [8, planned],
  [7, need],
  [7, scheme],
];
/** The routes that fill the plans of years as far as possible. A plan tells all its projects. */
export const PLANS: Routes = [
  [80, planned],
  [20, leftToTime],
];

/** The share of the time in which cases begin. The last ones begin so early that they can still get somewhere. */
const SHARE_OF_BEGINNINGS = 0.85;

export interface DriverOptions {
  client: Client;
  ledger: Ledger;
  clock: FastClock;
  seed: number;
  cases: number;
  /** How long cases are begun and moved. */
  durationMs: number;
  routes: Routes;
}

export interface Load {
  readonly begun: number;
  /** Why cases were left before their end, and how often. */
  readonly refused: ReadonlyMap<string, number>;
  /** Resolves when no new steps are begun. */
  over: Promise<void>;
  /**
   * Resolves when the last case is left.
   * @throws what no client may meet
   */
  done: Promise<void>;
}

/** Begins this number of cases over the available time. Each takes a random way, and at the end they are left. */
export function drive({ client, ledger, clock, seed, cases, durationMs, routes }: DriverOptions): Load {
  const over = new AbortController();
  setMaxListeners(0, over.signal);
  const chance = new Chance(seed);
  const window = new Window();
  const refused = new Map<string, number>();
  const defects: Error[] = [];
  let begun = 0;

  const go = async (route: Route): Promise<void> => {
    begun++;
    try {
      await route(new Desk(client, ledger, clock, new Chance(chance.int(0, 2 ** 31)), over.signal), window);
    } catch (error) {
      if (error instanceof Over) return;
      if (error instanceof Refused || error instanceof GaveUp)
        refused.set(error.message, (refused.get(error.message) ?? 0) + 1);
      else defects.push(error as Error);
    }
  };

  let stopped: () => void = () => undefined;
  const stop = new Promise<void>((resolve) => (stopped = resolve));
  const run = async (): Promise<void> => {
    const since = performance.now();
    const under: Promise<void>[] = [go(plans)];
    for (let i = 0; i < cases && !over.signal.aborted; i++) {
      const at = (i / cases) * durationMs * SHARE_OF_BEGINNINGS;
      await sleep(Math.max(0, at - (performance.now() - since)));
      under.push(go(chance.weighted(routes, ([weight]) => weight)[1]));
    }
    await sleep(Math.max(0, durationMs - (performance.now() - since)));
    over.abort();
    stopped();
    await Promise.all(under);
    if (defects.length > 0) throw new AggregateError(defects, `the load failed: ${defects[0]!.message}`);
  };
  return {
    get begun() {
      return begun;
    },
    refused,
    over: stop,
    done: run(),
  };
}
