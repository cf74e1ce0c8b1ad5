import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './field.js';

/** A foreign connection holds some rows for seconds: cases under way, and messages on their way. */
export const locked: Fault = {
  name: 'rows locked',
  weight: 6,
  happens: async ({ postgres, chance }) => {
    const client = await postgres.pool.connect();
    let broken = false;
    try {
      await client.query('begin');
      await client.query(`set local lock_timeout = '2s'`);
      await client.query(`select 1 from cases where status = 'active' order by random() limit 25 for update`);
      await client.query('select 1 from outbox where done_at is null order by id limit 50 for update');
      await sleep(chance.int(1_500, 5_000));
      await client.query('rollback');
    } catch (error) {
      broken = true;
      throw error;
    } finally {
      client.release(broken);
    }
  },
};
