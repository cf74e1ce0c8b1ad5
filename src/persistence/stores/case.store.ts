import type { Pool, PoolClient } from 'pg';
import { v7 as uuid } from 'uuid';
import type { Look, Related } from '#machines/kit/case/relation.js';
import {
  AlreadyBegun,
  KeyTaken,
  type CaseRecord,
  type CaseStore,
  type Change,
  type Fresh,
  type KeyedRequest,
  type Loaded,
  type Verdict,
} from '#src/engine/ports.js';
import {
  answerRow,
  instant,
  loadedOf,
  parametersOf,
  type AnswerRow,
  type LoadedRow,
  type TakenRow,
} from './case-rows.js';
import {
  DIVISION_BY_ZERO,
  FIND_ANSWER,
  loadCase,
  loadCases,
  loadToRecount,
  LOCK_CASE,
  LOCK_KEY,
  takeNumber,
  WRITE_ANSWER,
} from './case-sql.js';
import { findRelated, relatedOf, type RelatedRow } from './related-sql.js';
import { sentTogether } from './sent-together.js';
import { writeAndCommit } from './write-change.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Statement {
  name: string;
  text: string;
}

/** The engine's store on PostgreSQL. */
export class PgCaseStore implements CaseStore {
  private readonly loadCase: Statement;
  private readonly loadCases: Statement;
  private readonly loadToRecount: Statement;
  private readonly takeNumber: Statement;

  constructor(
    private readonly pool: Pool,
    /** The present instant as an SQL expression. */
    now: string,
  ) {
    this.loadCase = loadCase(now);
    this.loadCases = loadCases(now);
    this.loadToRecount = loadToRecount(now);
    this.takeNumber = takeNumber(now);
  }

  change<T>(caseId: string, keyed: KeyedRequest | null, work: (loaded: Loaded) => Verdict<T>): Promise<T | null> {
    return this.locked(caseId, keyed, this.loadCase, work);
  }

  recount<T>(caseId: string, work: (loaded: Loaded) => Verdict<T>): Promise<T | null> {
    return this.locked(caseId, null, this.loadToRecount, work);
  }

  private async locked<T>(
    caseId: string,
    keyed: KeyedRequest | null,
    load: Statement,
    work: (loaded: Loaded) => Verdict<T>,
  ): Promise<T | null> {
    if (!UUID.test(caseId)) return null;
    return this.inTransaction(async (client) => {
      // The statements are sent together and answered in order. The lock is a statement of its own and comes first, so
      // that the next one reads what holds after the lock.
      const [, , { rows }] = await sentTogether(client, () => [
        client.query('begin'),
        client.query({ ...LOCK_CASE, values: [caseId] }),
        client.query<LoadedRow>({ ...load, values: [caseId, keyed?.actorId ?? '', keyed?.key ?? ''] }),
      ]);
      const [row] = rows;
      if (!row) return this.ended(client, null);
      const loaded = loadedOf(row);
      const verdict = work(loaded);
      if (verdict.change) await this.write(client, verdict.change, loaded.record, keyed, verdict, loaded.now);
      else await this.keep(client, keyed, verdict, loaded.now);
      return verdict.result;
    });
  }

  async create<T>(prefix: string, keyed: KeyedRequest | null, work: (fresh: Fresh) => Verdict<T>): Promise<T> {
    return this.inTransaction(async (client) => {
      const key = [keyed?.actorId ?? '', keyed?.key ?? uuid()];
      const [, , { rows: answers }, , { rows: numbers }] = await sentTogether(client, () => [
        client.query('begin'),
        client.query({ ...LOCK_KEY, values: key }),
        client.query<AnswerRow>({ ...FIND_ANSWER, values: key }),
        client.query('savepoint unnumbered'),
        client.query<TakenRow>({ ...this.takeNumber, values: [prefix] }),
      ]);
      const [taken] = numbers;
      const [known] = answers;
      const now = instant(taken!.now);
      const verdict = work({
        id: uuid(),
        now,
        number: `${prefix}-${taken!.year}-${String(taken!.last).padStart(4, '0')}`,
        answered: known ? { request: known.request, answer: { status: known.status, body: known.body } } : null,
      });
      if (verdict.change) await this.write(client, verdict.change, null, keyed, verdict, now);
      else {
        await client.query('rollback to savepoint unnumbered');
        await this.keep(client, keyed, verdict, now);
      }
      return verdict.result;
    });
  }

  async load(caseId: string): Promise<Loaded | null> {
    if (!UUID.test(caseId)) return null;
    const { rows } = await this.pool.query<LoadedRow>({ ...this.loadCase, values: [caseId, '', ''] });
    return rows[0] ? loadedOf(rows[0]) : null;
  }

  async loadAll(caseIds: readonly string[]): Promise<Loaded[]> {
    const { rows } = await this.pool.query<LoadedRow>({ ...this.loadCases, values: [caseIds, '', ''] });
    return rows.map(loadedOf);
  }

  async related(caseId: string | null, look: Look): Promise<Related[]> {
    const { rows } = await this.pool.query<RelatedRow>(findRelated(caseId, look));
    return rows.map(relatedOf(look));
  }

  async caseOfDeadline(deadlineId: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ case_id: string }>('select case_id from deadlines where id = $1', [
      deadlineId,
    ]);
    return rows[0]?.case_id ?? null;
  }

  private async write<T>(
    client: PoolClient,
    change: Change,
    before: CaseRecord | null,
    keyed: KeyedRequest | null,
    verdict: Verdict<T>,
    now: string,
  ): Promise<void> {
    const values = parametersOf(change, before, keyed, verdict.answer, now);
    try {
      await writeAndCommit(client, values);
    } catch (error) {
      if ((error as { code?: string }).code !== DIVISION_BY_ZERO) throw error;
      throw new Error(`case ${change.record.id} was written by nobody under its own lock`, { cause: error });
    }
  }

  /** A refused event changes nothing, but its answer is kept under its key. */
  private async keep<T>(
    client: PoolClient,
    keyed: KeyedRequest | null,
    verdict: Verdict<T>,
    now: string,
  ): Promise<void> {
    if (!keyed || !verdict.answer) {
      await client.query('rollback');
      return;
    }
    const values = [JSON.stringify([answerRow(keyed, verdict.answer, now)])];
    await sentTogether(client, () => [client.query({ ...WRITE_ANSWER, values }), client.query('commit')]);
  }

  private async ended<T>(client: PoolClient, result: T): Promise<T> {
    await client.query('rollback');
    return result;
  }

  private async inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      // The state of the connection is unknown, so nobody else may get it. The server rolls back what it had begun.
      client.release(true);
      throw broken(error, 'answers_pkey')
        ? new KeyTaken()
        : broken(error, 'cases_business_key')
          ? new AlreadyBegun()
          : error;
    }
  }
}

const UNIQUE_VIOLATION = '23505';
const broken = (error: unknown, index: string): boolean => {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === UNIQUE_VIOLATION && constraint === index;
};
