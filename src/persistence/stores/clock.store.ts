import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';

/** The present instant of the system. */
export const SYSTEM_NOW = 'clock_timestamp()';
/** That of a time which runs faster than the world's: one row says since when and how fast, the database's own clock counts. */
export const FAST_NOW = '(select start + (clock_timestamp() - since) * rate from fast_clock)';

/** Asks the database what the time is, by whichever of its clocks counts. */
@Injectable()
export class ClockStore {
  constructor(private readonly dataSource: DataSource) {}

  /** `clock`: an SQL expression. */
  async read(clock: string): Promise<IsoInstant> {
    const [row] = await this.dataSource.query<{ now: Date }[]>(`select ${clock} as now`);
    return instantOf(row!.now.getTime());
  }

  /** Sets the fast clock going unless it runs already. Returns its rate, which is that of whoever came first. */
  async startFast(at: IsoInstant, rate: number): Promise<number> {
    await this.dataSource.query(
      'insert into fast_clock (start, since, rate) values ($1, clock_timestamp(), $2) on conflict do nothing',
      [at, rate],
    );
    const [row] = await this.dataSource.query<{ rate: number }[]>('select rate from fast_clock');
    return row!.rate;
  }
}
