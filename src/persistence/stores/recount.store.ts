import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const EDITION = '(select max(edition) from calendar_years)';
/** The cases under way, and ended ones with a day that somebody must still be told of. */
const BEHIND = `
  select id, counted_with from cases where status in ('active', 'suspended') and counted_with < ${EDITION}
  union
  select c.id, c.counted_with from deadlines d join cases c on c.id = d.case_id where d.status in ('open', 'paused') and c.counted_with < ${EDITION}`;

/** The cases behind the newest edition of the calendar. */
@Injectable()
export class RecountStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Returns the cases counted with an older edition than the newest, and the newest edition. Leaves out those that just
   * failed.
   */
  async behind(except: readonly string[], limit: number): Promise<{ edition: number; cases: string[] }> {
    const rows: { id: string; edition: number }[] = await this.dataSource.query(
      `select c.id, ${EDITION} as edition from (${BEHIND}) c where not c.id = any($1::uuid[]) order by c.counted_with, c.id limit $2`,
      [except, limit],
    );
    return { edition: rows[0]?.edition ?? 0, cases: rows.map((r) => r.id) };
  }

  /**
   * Returns the cases with a day that was counted across this year, and those that are behind anyway. The year can move
   * no other case.
   */
  async touchedBy(year: number): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select c.id from cases c
       where exists (
         select 1 from deadlines d where d.case_id = c.id and d.status in ('open', 'paused') and d.due_on is not null
           and (d.starts_on <= make_date($1, 12, 31) and d.due_on >= make_date($1, 1, 1) or c.counted_with < ${EDITION}))
       order by c.id`,
      [year],
    );
    return rows.map((r) => r.id);
  }

  /** Records a fault, which the stuck list shows until the case is recounted. */
  async fault(caseId: string, message: string): Promise<void> {
    await this.dataSource.query(`update deadlines set fault = $2 where case_id = $1 and status in ('open', 'paused')`, [
      caseId,
      message.slice(0, 500),
    ]);
  }
}
