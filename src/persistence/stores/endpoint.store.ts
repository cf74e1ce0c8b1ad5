import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import type { Transaction } from '../transaction.js';

/**
 * A place where a person or a unit can be reached. It is ended, never removed, so that it stays known where messages
 * went.
 */
export interface Endpoint {
  id: string;
  userId: string | null;
  unitId: string | null;
  channel: 'email' | 'wecom' | 'dingtalk' | 'webhook';
  address: string;
  secret: string | null;
  createdBy: string;
  createdAt: IsoInstant;
}

export type NewEndpoint = Omit<Endpoint, 'id'>;

interface Row {
  id: string;
  user_id: string | null;
  unit_id: string | null;
  channel: Endpoint['channel'];
  address: string;
  secret: string | null;
  created_by: string;
  created_at: Date;
}

const COLUMNS = 'id, user_id, unit_id, channel, address, secret, created_by, created_at';

const endpointOf = (r: Row): Endpoint => ({
  id: r.id,
  userId: r.user_id,
  unitId: r.unit_id,
  channel: r.channel,
  address: r.address,
  secret: r.secret,
  createdBy: r.created_by,
  createdAt: instantOf(r.created_at.getTime()),
});

@Injectable()
export class EndpointStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns the endpoints in use, newest first; with a person only theirs. */
  async list(userId: string | null, limit: number, before: string | null): Promise<Endpoint[]> {
    const rows: Row[] = await this.dataSource.query(
      `select ${COLUMNS} from endpoints where active and ($1::text is null or user_id = $1) and ($3::bigint is null or id < $3) order by id desc limit $2`,
      [userId, limit, before],
    );
    return rows.map(endpointOf);
  }

  async one(id: string): Promise<Endpoint | null> {
    const [row] = await this.dataSource.query<Row[]>(`select ${COLUMNS} from endpoints where id = $1 and active`, [id]);
    return row ? endpointOf(row) : null;
  }

  /** Adds an endpoint. Returns null if the same one exists. What `tell` writes is written with it. */
  async add(
    { userId, unitId, channel, address, secret, createdBy, createdAt }: NewEndpoint,
    tell: (tx: Transaction, added: Endpoint) => Promise<void>,
  ): Promise<Endpoint | null> {
    return this.dataSource.transaction(async (tx) => {
      const [row] = await tx.query<Row[]>(
        `insert into endpoints (user_id, unit_id, channel, address, secret, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing returning ${COLUMNS}`,
        [userId, unitId, channel, address, secret, createdBy, createdAt],
      );
      const added = row ? endpointOf(row) : null;
      if (added) await tell(tx, added);
      return added;
    });
  }

  /**
   * Ends an endpoint, dismisses its outstanding messages, and forgets its secret. Returns false if it had ended
   * already. What `tell` writes is written with it.
   */
  async end(
    id: string,
    by: string,
    at: IsoInstant,
    reason: string,
    tell: (tx: Transaction) => Promise<void>,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const [, changed] = await tx.query(
        'update endpoints set active = false, secret = null, ended_by = $2, ended_at = $3 where id = $1 and active',
        [id, by, at],
      );
      if (changed === 0) return false;
      await tx.query(
        `update deliveries set state = 'dismissed', fault = null, dismissed_by = $2, dismissed_at = $3, dismissed_reason = $4
         where endpoint_id = $1 and state in ('planned', 'sending', 'failed')`,
        [id, by, at, reason],
      );
      await tell(tx);
      return true;
    });
  }
}
