import type pg from 'pg';

export interface Latency {
  /** The real seconds from the planned time of a rung to its ring. */
  median: number;
  p99: number;
  most: number;
}

/**
 * Measures how late rungs rang. The rungs of a deadline that was opened late are planned for the moment it was opened.
 */
export async function latencyOf(pool: pg.Pool): Promise<Latency> {
  const {
    rows: [row],
  } = await pool.query<Latency>(
    `with late as (select extract(epoch from fired_at - planned_at) / (select rate from fast_clock) as s from reminders)
     select coalesce(percentile_cont(0.5) within group (order by s), 0)::float8 as median, coalesce(percentile_cont(0.99) within group (order by s), 0)::float8 as p99,
       coalesce(max(s), 0)::float8 as most from late`,
  );
  return row!;
}

export interface Counts {
  cases: number;
  events: number;
  fired: number;
  timers: number;
  notifications: number;
}

export async function countsOf(pool: pg.Pool): Promise<Counts> {
  const {
    rows: [row],
  } = await pool.query<Counts>(
    `select (select count(*)::int from cases) as cases, (select count(*)::int from history) as events, (select count(*)::int from reminders) as fired,
       (select count(*)::int from reminders where rung = 'fires') as timers, (select count(*)::int from notifications) as notifications`,
  );
  return row!;
}
