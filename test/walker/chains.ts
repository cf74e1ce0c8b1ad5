import { createHash } from 'node:crypto';
import { z } from 'zod';
import { historyRowSchema } from '#src/cases/case.schema.js';
import { Broken } from './door.js';
import type { Met } from './pool.js';
import type { Teller } from './teller.js';

type Row = z.infer<typeof historyRowSchema>;

/** The walker's own canonical form, written after docs/history-chain.md. */
const canonical = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`)
    .join(',')}}`;
};

/**
 * Verifies the whole history of a case: its order, its hashes, and that it ends where the case stands. Returns the
 * number of its rows.
 */
export async function verified(teller: Teller, met: Met): Promise<number> {
  const { body } = await teller.history(met);
  const case_ = (await teller.look(met.witness, met.id)).body as { number: string; seq: number; states: string[] };
  const rows = z.array(historyRowSchema).parse(body);
  let before: Row | undefined;
  for (const row of rows) {
    const { hash, ...rest } = row;
    const wrong = (what: string): never => {
      throw new Broken(`history of ${case_.number}, row ${row.seq} ${row.type}: ${what}`);
    };
    if (row.seq !== (before?.seq ?? 0) + 1) wrong('out of order');
    if (row.prevHash !== (before?.hash ?? '0'.repeat(64))) wrong('not linked to the row before');
    if (hash !== createHash('sha256').update(canonical(rest)).digest('hex')) wrong('not genuine');
    if (before && before.to.join() !== row.from.join())
      wrong(`begins at ${row.from.join()}, not where the one before ended, at ${before.to.join()}`);
    if (before && Date.parse(before.at) > Date.parse(row.at)) wrong('earlier than the one before');
    if (row.clauses.length === 0) wrong('by no clause');
    for (const state of row.to)
      if (!met.procedure.isPublished(state)) wrong(`leads to ${state}, which is not published`);
    before = row;
  }
  if (before?.seq !== case_.seq || before.to.join() !== case_.states.join())
    throw new Broken(
      `${case_.number} stands at ${case_.seq} ${case_.states.join()}, its history at ${before?.seq} ${before?.to.join()}`,
    );
  return rows.length;
}
