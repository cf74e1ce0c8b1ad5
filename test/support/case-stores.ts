import pg from 'pg';
import type { DocumentFact } from '#machines/kit/case/facts.js';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import { units } from '#machines/regulations/it-projects/testing/world.js';
import type { CaseStore } from '#src/engine/ports.js';
import { MemoryCaseStore } from '#src/engine/testing/memory-store.js';
import { createCasePool } from '#src/persistence/case-pool.js';
import { PgCaseStore } from '#src/persistence/stores/case.store.js';
import { SimulatedClockStore } from '#src/persistence/stores/simulated-clock.store.js';
import { freshDatabase } from './fresh-database.js';

/** A store, with what a test must see and set beside its port. */
export interface OpenStore {
  store: CaseStore;
  setNow(now: IsoInstant): Promise<void>;
  /** Returns the sources in the order in which they were written. */
  outbox(): Promise<{ kind: string; source: string }[]>;
  waits(
    caseId: string,
  ): Promise<{ state: string; principal: string | null; since: IsoInstant; until: IsoInstant | null }[]>;
  /** Returns `name status: who owes it` of every deadline the case ever had. */
  owed(caseId: string): Promise<string[]>;
  /** Returns the seqs of its history. */
  history(caseId: string): Promise<number[]>;
  linked(caseId: string, kind: string): Promise<string[]>;
  addDocument(caseId: string, document: DocumentFact): Promise<void>;
  close(): Promise<void>;
}

const START = '2026-01-05T09:00:00.000+08:00';

async function inMemory(): Promise<OpenStore> {
  let now = START;
  const store = new MemoryCaseStore(() => now);
  return {
    store,
    setNow: async (to) => void (now = to),
    outbox: async () => store.outbox().map(({ kind, source }) => ({ kind, source })),
    waits: async (id) => store.waitsOf(id).map(({ party: _, ...wait }) => wait),
    owed: async (id) => store.deadlinesOf(id).map(lineOf),
    history: async (id) => store.historyOf(id).map(({ seq }) => seq),
    linked: async (id, kind) => store.linkedTo(id, kind).sort(),
    addDocument: async (id, document) => store.addDocument(id, document),
    close: async () => undefined,
  };
}

async function onPostgres(): Promise<OpenStore> {
  const database = await freshDatabase();
  const pool = createCasePool(database.url, 8);
  const db = new pg.Client({ connectionString: database.url });
  await db.connect();
  await db.query('insert into simulated_clock (now, goal, settled) values ($1, $1, $1)', [START]);
  for (const { id, name, kind, creditCode } of Object.values(units))
    await db.query('insert into units (id, name, kind, credit_code) values ($1, $2, $3, $4)', [
      id,
      name,
      kind,
      creditCode,
    ]);
  for (const { id, supervisingUnitId } of Object.values(units))
    await db.query('update units set supervising_unit_id = $2 where id = $1', [id, supervisingUnitId]);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows as the driver hands them over
  const rows = async (sql: string, ...values: unknown[]): Promise<any[]> => (await db.query(sql, values)).rows;
  const instant = (value: Date | null): IsoInstant | null => (value === null ? null : instantOf(value.getTime()));
  return {
    store: new PgCaseStore(pool, SimulatedClockStore.NOW),
    setNow: async (to) => void (await rows('update simulated_clock set now = $1, goal = $1', to)),
    outbox: () => rows('select kind, source from outbox order by id'),
    waits: async (id) =>
      (await rows('select state, principal, since, until from waits where case_id = $1 order by seq', id)).map((w) => ({
        state: w.state,
        principal: w.principal === '' ? null : w.principal,
        since: instant(w.since)!,
        until: instant(w.until),
      })),
    owed: async (id) =>
      (
        await rows(
          'select name, status, owed_by as "owedBy" from deadlines where case_id = $1 order by occurrence, name collate "C"',
          id,
        )
      ).map(lineOf),
    history: async (id) =>
      (await rows('select seq from history where case_id = $1 order by seq', id)).map((h) => h.seq),
    linked: async (id, kind) =>
      (await rows('select to_case from case_links where from_case = $1 and kind = $2 order by to_case', id, kind)).map(
        (l) => l.to_case,
      ),
    addDocument: async (id, { id: document, kind, sha256, name, size, uploadedOn }) =>
      void (await rows(
        `insert into documents (id, case_id, kind, name, media_type, sha256, size, storage_key, uploaded_by, uploaded_at)
         values ($1::uuid, $2::uuid, $3::text, $4, 'application/pdf', $5::text, $6, $3::text || $5::text, 'education', $7)`,
        document,
        id,
        kind,
        name,
        sha256,
        size,
        `${uploadedOn}T09:00:00+08:00`,
      )),
    async close() {
      await db.end();
      await pool.end();
      await database.drop();
    },
  };
}

const lineOf = ({ name, status, owedBy }: { name: string; status: string; owedBy: readonly string[] }): string =>
  `${name} ${status}: ${owedBy.join()}`;

/** Every implementation of the store. Each must keep the same contract. */
export const caseStores: readonly (readonly [name: string, open: () => Promise<OpenStore>])[] = [
  ['in memory', inMemory],
  ['on PostgreSQL', onPostgres],
];
