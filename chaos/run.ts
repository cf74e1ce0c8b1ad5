import { once } from 'node:events';
import { Chance } from '#machines/kit/testing/chance.js';
import { checkDatabase, type Checked } from './checker/check.js';
import { FastClock } from './clock.js';
import type { Fault } from './faults/field.js';
import { unleash, type Faults } from './faults/schedule.js';
import { countsOf, latencyOf, type Latency } from './figures.js';
import { Client } from './load/client.js';
import { drive, type Routes } from './load/driver.js';
import { checkLedger, Ledger } from './load/ledger.js';
import type { Backend, Options } from './options.js';
import { startFleet } from './servers/fleet.js';
import { startPostgres } from './servers/postgres.js';
import { startRedis } from './servers/redis.js';
import { settled } from './settle.js';
import { agree } from './stuck/agree.js';
import { listedAfter } from './stuck/listed.js';
import { stuckOn } from './stuck/naive.js';

const DAY_SECONDS = 86_400;
const CLOCK_START = '2025-01-06';
const SAY_EVERY_MS = 5_000;
/** Gives load and faults different random sequences of one seed. */
const FAULTS = 0x5bd1e995;

export interface RunOptions extends Omit<Options, 'backends'> {
  backend: Backend;
  /** The folder in which the program was built. */
  root: string;
  faults: readonly Fault[];
  routes: Routes;
  /** How long a client repeats a request, and how long the run waits for the end. */
  patienceMs: number;
  settleWithinMs: number;
  say: (line: string) => void;
  /** Ends the run at once. What was started is ended in any case. */
  stop: AbortSignal;
}

export interface RunResult {
  checked: Checked;
  /** The stuck list as it was read at the end. */
  list: { matters: number; cases: number; seconds: number };
  faults: Faults;
  latency: Latency;
  begun: number;
  accepted: number;
  requests: number;
  retries: number;
  errors500: number;
  reasons: ReadonlyMap<string, number>;
  refused: ReadonlyMap<string, number>;
  deaths: readonly string[];
  stopMs: readonly number[];
}

const stopped = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort');
  signal.throwIfAborted();
};

/** Does one run on one backend: servers, processes, load and faults together; then a quiet time, then the checker. */
export async function run(options: RunOptions): Promise<RunResult> {
  const { root, seed, daysPerSecond, apis, workers, sweepSeconds, say } = options;
  const postgres = await startPostgres();
  const redis = options.backend === 'redis' ? await startRedis() : null;
  const fleet = await startFleet({
    root,
    databaseUrl: postgres.url,
    redisUrl: redis?.url ?? null,
    clockStart: CLOCK_START,
    clockRate: daysPerSecond * DAY_SECONDS,
    apis,
    workers,
    sweepSeconds,
    logs: options.logs,
  });
  const ended: number[] = [];
  try {
    await fleet.whenReady();
    const clock = await FastClock.of(postgres.pool);
    const slots = [...fleet.apis, ...fleet.workers];
    const client = new Client(fleet.urls, options.patienceMs);
    const ledger = new Ledger();
    const since = performance.now();
    const elapsed = (): number => Math.round((performance.now() - since) / 1000);
    const load = drive({
      client,
      ledger,
      clock,
      seed,
      cases: options.cases,
      durationMs: options.minutes * 60_000,
      routes: options.routes,
    });
    const faults = unleash(
      { chance: new Chance(seed ^ FAULTS), postgres, redis, fleet },
      options.faults,
      options.faultEvery * 1_000,
      (name) => say(`${elapsed()} s: ${name}`),
    );
    const progress = setInterval(() => {
      countsOf(postgres.pool).then(
        ({ cases: there, events, fired, timers }) =>
          say(
            `${elapsed()} s, ${clock.today()}: ${there} cases, ${events} events, ${fired} fired (${timers} timers), ${faults.total} faults, ${slots.filter((s) => s.isReady).length} of ${slots.length} processes up`,
          ),
        (error: Error) => say(`${elapsed()} s: ${error.message}`),
      );
    }, SAY_EVERY_MS);
    let failed: Error | null = null;
    try {
      await Promise.race([load.over, load.done, stopped(options.stop)]);
      await faults.end();
      await load.done;
    } catch (error) {
      failed = error as Error;
    } finally {
      await faults.end();
      clearInterval(progress);
    }
    options.stop.throwIfAborted();
    const deaths = slots.flatMap((slot) => slot.deaths);
    await fleet.whenReady();
    const quiet = await settled(postgres.pool, options.settleWithinMs);
    say(
      `nothing due, nothing on its way at ${quiet.at}${quiet.due + quiet.outbox > 0 ? `, but for ${quiet.due} deadlines and ${quiet.outbox} messages` : ''}`,
    );
    ended.push(...(await fleet.end()));
    const checked = await checkDatabase(postgres.url, { until: quiet.at, keyed: true });
    await checkLedger(postgres.pool, ledger, checked.findings);
    const list = await listedAfter(checked.now, { root, databaseUrl: postgres.url });
    agree(list.matters, stuckOn(list.today, checked.lives.values(), checked.world), checked.findings);
    if (failed) checked.findings.wrong(`a client met what no client may meet: ${failed.message}`);
    return {
      checked,
      list: {
        matters: list.matters.length,
        cases: new Set(list.matters.map((m) => m.case)).size,
        seconds: list.seconds,
      },
      faults,
      latency: await latencyOf(postgres.pool),
      begun: load.begun,
      accepted: ledger.accepted,
      ...client.seen,
      reasons: client.reasons,
      refused: load.refused,
      deaths,
      stopMs: ended,
    };
  } finally {
    if (ended.length === 0) await fleet.end();
    await redis?.end();
    await postgres.end();
  }
}
