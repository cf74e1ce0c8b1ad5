import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import type { Principal } from '#machines/kit/words/party.js';
import { CaseListStore, type Onlooker } from './case-list.store.js';

/** The secret addresses of personal calendars, one for each person. Only a hash of the secret is kept. */
@Injectable()
export class CalendarFeedStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: CaseListStore,
  ) {}

  /** Sets a new secret. The earlier one is no longer valid. */
  async replace(userId: string, tokenHash: string, at: IsoInstant): Promise<void> {
    await this.dataSource.query(
      `insert into calendar_feeds (user_id, token_hash, created_at) values ($1, $2, $3)
       on conflict (user_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at`,
      [userId, tokenHash, at],
    );
  }

  /** Returns false if there was none. */
  async remove(userId: string): Promise<boolean> {
    const [, changed] = await this.dataSource.query('delete from calendar_feeds where user_id = $1', [userId]);
    return changed === 1;
  }

  async ownerOf(tokenHash: string): Promise<string | null> {
    const [row] = await this.dataSource.query<{ user_id: string }[]>(
      'select user_id from calendar_feeds where token_hash = $1',
      [tokenHash],
    );
    return row?.user_id ?? null;
  }

  /**
   * Returns the cases with a running day that one of these owes, and which this person may see; the nearest day first.
   */
  async casesWithDays(onlooker: Onlooker, owers: readonly Principal[], limit: number): Promise<string[]> {
    const rows = await this.lists
      .visible(onlooker)
      .innerJoin(
        `(select case_id, min(due_on) as nearest from deadlines where status = 'open' and due_on is not null and owed_by && :owers::text[] group by case_id)`,
        'd',
        'd.case_id = c.id',
      )
      .setParameter('owers', owers)
      .andWhere(`c.status = 'active'`)
      .select('c.id', 'id')
      .orderBy('d.nearest')
      .addOrderBy('c.id')
      .limit(limit)
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }
}
