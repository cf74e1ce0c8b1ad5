import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';

/**
 * Sends several statements in one packet and waits for the answers to all of them, also after one has failed: an answer still on the way
 * must not reach the next user of the connection.
 *
 * pg (with `pipeline: true`) writes each statement to its socket by itself, and a write is what a transaction costs most here. Its public
 * interface can't hold the socket back, so this reaches for the connection's stream, which is private to pg: corked, Node keeps what is
 * written until it is uncorked. Where another version of pg has no such stream, every transaction fails at once, and loudly
 * (src/persistence/persistence.spec.ts, test/engine/store/).
 */
export async function sentTogether<const T extends readonly Promise<unknown>[]>(
  client: PoolClient,
  send: () => T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  // eslint-disable-next-line no-restricted-syntax -- pg keeps the stream private, see above
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  const sent = send();
  stream.uncork();
  const settled = await Promise.allSettled(sent);
  const failed = settled.find((s) => s.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((s) => (s as PromiseFulfilledResult<unknown>).value) as {
    -readonly [K in keyof T]: Awaited<T[K]>;
  };
}
