import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';

/** Simulated time: one row that every process reads. `goal` is where somebody asked it to go; workers move `now` there. */
@Injectable()
export class SimulatedClockStore {
  /** The present instant. */
  static readonly NOW = '(select now from simulated_clock)';

  constructor(private readonly dataSource: DataSource) {}

  /** A database that has lived before goes on from where it stood. */
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

  /** False when that would be backwards. */
  async aim(goal: IsoInstant): Promise<boolean> {
    const [, changed] = await this.dataSource.query<[unknown, number]>(
      'update simulated_clock set goal = $1 where now <= $1 and goal <= $1',
      [goal],
    );
    return changed === 1;
  }

  /** Everything due up to there has rung and been carried, what is due at that very instant included. */
  async settled(at: IsoInstant): Promise<void> {
    await this.dataSource.query('update simulated_clock set settled = greatest(settled, $1)', [at]);
  }

  async moveTo(now: IsoInstant): Promise<void> {
    await this.dataSource.query('update simulated_clock set now = greatest(now, $1), goal = greatest(goal, $1)', [now]);
  }
}
