import type { PoolClient } from 'pg';
import { WRITE_CHANGE } from './case-sql.js';
import { sentTogether } from './sent-together.js';

/**
 * Writes all of a change (the parameters of WRITE_CHANGE) and commits. Messages leave in the transaction of their
 * cause, or not at all.
 */
export async function writeAndCommit(client: PoolClient, values: readonly unknown[]): Promise<void> {
  await sentTogether(client, () => [client.query({ ...WRITE_CHANGE, values: [...values] }), client.query('commit')]);
}
