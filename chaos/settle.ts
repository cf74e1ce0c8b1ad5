import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';

const LOOK_EVERY_MS = 40;

interface Waiting {
  now: Date;
  due: number;
  outbox: number;
}

const WAITING = `
  with clock as materialized (select start + (clock_timestamp() - since) * rate as now from fast_clock)
  select clock.now, (select count(*)::int from deadlines where next_at <= clock.now) as due, (select count(*)::int from outbox where done_at is null and failed_at is null) as outbox
  from clock`;

/**
 * Waits until the database says of an instant that nothing was due and nothing on its way. Returns the instant, or what
 * was left when the time was over.
 */
export async function settled(
  pool: pg.Pool,
  patienceMs: number,
): Promise<{ at: IsoInstant; due: number; outbox: number }> {
  let fewest: Waiting | null = null;
  for (const since = performance.now(); performance.now() - since < patienceMs; await sleep(LOOK_EVERY_MS)) {
    const {
      rows: [waiting],
    } = await pool.query<Waiting>(WAITING);
    fewest = waiting!;
    if (fewest.due === 0 && fewest.outbox === 0) break;
  }
  if (!fewest) throw new Error('the database was never asked');
  return { at: instantOf(fewest.now.getTime()), due: fewest.due, outbox: fewest.outbox };
}
