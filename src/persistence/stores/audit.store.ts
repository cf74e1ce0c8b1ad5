import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import { fingerprint, GENESIS } from '#src/engine/chain.js';
import type { Transaction } from '../transaction.js';

/** A change somebody has made to the system itself. `hash` covers every other field, as in a history. */
export interface AuditLine {
  /** 1, 2, 3, … without a gap. */
  id: number;
  at: IsoInstant;
  actor: { id: string; name: string; unit: string | null };
  /** What was done, such as `calendar.imported`. */
  action: string;
  /** What it was done to, such as `2027`. */
  subject: string;
  /** JSON with whole numbers only. */
  detail: unknown;
  prevHash: string;
  hash: string;
}

export interface AuditFilter {
  action?: string | undefined;
  subject?: string | undefined;
}

interface Row {
  id: string;
  at: Date;
  actor: AuditLine['actor'];
  action: string;
  subject: string;
  detail: unknown;
  prev_hash: string;
  hash: string;
}

const APPENDING = 0x61756474;

const lineOf = ({ id, at, prev_hash: prevHash, ...rest }: Row): AuditLine => ({
  ...rest,
  id: Number(id),
  at: instantOf(at.getTime()),
  prevHash,
});

@Injectable()
export class AuditStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Appends one line in the transaction of the change it records. It waits for the lines before, so that the chain has
   * one end.
   */
  async append(
    tx: Transaction,
    line: Pick<AuditLine, 'at' | 'actor' | 'action' | 'subject' | 'detail'>,
  ): Promise<AuditLine> {
    await tx.query('select pg_advisory_xact_lock($1)', [APPENDING]);
    const [last] = await tx.query<{ id: string; hash: string }[]>(
      'select id, hash from audit order by id desc limit 1',
    );
    const body = {
      id: Number(last?.id ?? 0) + 1,
      ...line,
      at: instantOf(Date.parse(line.at)),
      prevHash: last?.hash ?? GENESIS,
    };
    const hash = fingerprint(body);
    await tx.query(
      'insert into audit (id, at, actor, action, subject, detail, prev_hash, hash) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [
        body.id,
        body.at,
        JSON.stringify(body.actor),
        body.action,
        body.subject,
        JSON.stringify(body.detail),
        body.prevHash,
        hash,
      ],
    );
    return { ...body, hash };
  }

  /** Returns lines, newest first. */
  async page({ action, subject }: AuditFilter, limit: number, before: number | null): Promise<AuditLine[]> {
    const rows: Row[] = await this.dataSource.query(
      `select id, at, actor, action, subject, detail, prev_hash, hash from audit
       where ($1::text is null or action = $1) and ($2::text is null or subject = $2) and ($3::bigint is null or id < $3) order by id desc limit $4`,
      [action ?? null, subject ?? null, before, limit],
    );
    return rows.map(lineOf);
  }
}
