import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';

/**
 * The simulated time: one row that every process reads. `goal` is the instant somebody asked for; workers move `now`
 * there.
 */
@Injectable()
export class SimulatedClockStore {
  /** The present instant. */
  static readonly NOW = '(select now from simulated_clock)';

  constructor(private readonly dataSource: DataSource) {}

  /** Starts the clock. A database that was used before continues from its own instant. */
  async start(at: IsoInstant): Promise<void> {
    await this.dataSource.query(
      'insert into simulated_clock (now, goal, settled) values ($1, $1, $1) on conflict do nothing',
      [at],
    );
  }

  async read(): Promise<{ now: IsoInstant; goal: IsoInstant; settled: IsoInstant }> {
    const [row] = await this.dataSource.query<{ now: Date; goal: Date; settled: Date }[]>(
      'select now, goal, settled from simulated_clock',
    );
    return {
      now: instantOf(row!.now.getTime()),
      goal: instantOf(row!.goal.getTime()),
      settled: instantOf(row!.settled.getTime()),
    };
  }

  /** Sets the goal. Returns false if it lies in the past. */
  async aim(goal: IsoInstant): Promise<boolean> {
    const [, changed] = await this.dataSource.query<[unknown, number]>(
      'update simulated_clock set goal = $1 where now <= $1 and goal <= $1',
      [goal],
    );
    return changed === 1;
  }

  /** Records that everything due up to this instant, the instant included, has rung and been carried. */
  async settled(at: IsoInstant): Promise<void> {
    await this.dataSource.query('update simulated_clock set settled = greatest(settled, $1)', [at]);
  }

  async moveTo(now: IsoInstant): Promise<void> {
    await this.dataSource.query('update simulated_clock set now = greatest(now, $1), goal = greatest(goal, $1)', [now]);
  }
}
