import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/**
 * Work that only one process at a time may do. The lock belongs to a session, so it is released even if the process
 * dies.
 */
@Injectable()
export class Turns {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns false and does nothing while another process is at work. */
  async take(key: number, work: () => Promise<void>): Promise<boolean> {
    const session = this.dataSource.createQueryRunner();
    try {
      const [{ mine }] = await session.query('select pg_try_advisory_lock($1) as mine', [key]);
      if (!mine) return false;
      try {
        await work();
      } finally {
        await session.query('select pg_advisory_unlock($1)', [key]);
      }
      return true;
    } finally {
      await session.release();
    }
  }
}
