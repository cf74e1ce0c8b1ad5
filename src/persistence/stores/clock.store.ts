import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';

/** The present instant of the system. */
export const SYSTEM_NOW = 'clock_timestamp()';
/**
 * The present instant of a time that runs faster than the world's. One row says since when and how fast; the database's
 * own clock counts.
 */
export const FAST_NOW = '(select start + (clock_timestamp() - since) * rate from fast_clock)';

/** Asks the database for the time, by the clock that the program uses. */
@Injectable()
export class ClockStore {
  constructor(private readonly dataSource: DataSource) {}

  /** `clock`: an SQL expression. */
  async read(clock: string): Promise<IsoInstant> {
    const [row] = await this.dataSource.query<{ now: Date }[]>(`select ${clock} as now`);
    return instantOf(row!.now.getTime());
  }

  /** Starts the fast clock unless it runs already. Returns the rate of whichever process started it first. */
  async startFast(at: IsoInstant, rate: number): Promise<number> {
    await this.dataSource.query(
      'insert into fast_clock (start, since, rate) values ($1, clock_timestamp(), $2) on conflict do nothing',
      [at, rate],
    );
    const [row] = await this.dataSource.query<{ rate: number }[]>('select rate from fast_clock');
    return row!.rate;
  }
}
