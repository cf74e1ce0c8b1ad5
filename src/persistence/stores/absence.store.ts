import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { instantOf, type IsoDate, type IsoInstant } from '#machines/kit/words/dates.js';

/** Days on which somebody is away, and their substitute. */
export interface Absence {
  id: string;
  userId: string;
  substituteId: string;
  from: IsoDate;
  to: IsoDate;
  reason: string;
  createdAt: IsoInstant;
  endedAt: IsoInstant | null;
}

export type NewAbsence = Pick<Absence, 'userId' | 'substituteId' | 'from' | 'to' | 'reason' | 'createdAt'>;

const COLUMNS =
  'id, user_id, substitute_id, from_day::text as from_day, to_day::text as to_day, reason, created_at, ended_at';

interface Row {
  id: string;
  user_id: string;
  substitute_id: string;
  from_day: string;
  to_day: string;
  reason: string;
  created_at: Date;
  ended_at: Date | null;
}

const absenceOf = (r: Row): Absence => ({
  id: r.id,
  userId: r.user_id,
  substituteId: r.substitute_id,
  from: r.from_day,
  to: r.to_day,
  reason: r.reason,
  createdAt: instantOf(r.created_at.getTime()),
  endedAt: r.ended_at && instantOf(r.ended_at.getTime()),
});

@Injectable()
export class AbsenceStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns everybody who is away on that day. */
  async on(day: IsoDate): Promise<Absence[]> {
    const rows: Row[] = await this.dataSource.query(
      `select ${COLUMNS} from absences where ended_at is null and $1::date between from_day and to_day order by user_id, id`,
      [day],
    );
    return rows.map(absenceOf);
  }

  /**
   * Returns the absences of one person, as the absent one or as the substitute; without a person those of everybody.
   * Newest first.
   */
  async of(userId: string | null, limit: number, before: string | null): Promise<Absence[]> {
    const rows: Row[] = await this.dataSource.query(
      `select ${COLUMNS} from absences
       where ($1::text is null or user_id = $1 or substitute_id = $1) and ($3::bigint is null or id < $3) order by id desc limit $2`,
      [userId, limit, before],
    );
    return rows.map(absenceOf);
  }

  async one(id: string): Promise<Absence | null> {
    const [row] = await this.dataSource.query<Row[]>(`select ${COLUMNS} from absences where id = $1`, [id]);
    return row ? absenceOf(row) : null;
  }

  /**
   * Returns null if another absence of the same person covers one of the days. Two calls at once wait for each other.
   */
  async add({ userId, substituteId, from, to, reason, createdAt }: NewAbsence): Promise<Absence | null> {
    return this.dataSource.transaction(async (tx: EntityManager) => {
      await tx.query('select 1 from users where id = $1 for update', [userId]);
      const [other] = await tx.query(
        'select 1 from absences where user_id = $1 and ended_at is null and from_day <= $3 and to_day >= $2 limit 1',
        [userId, from, to],
      );
      if (other) return null;
      const [row] = await tx.query(
        `insert into absences (user_id, substitute_id, from_day, to_day, reason, created_at) values ($1, $2, $3, $4, $5, $6) returning ${COLUMNS}`,
        [userId, substituteId, from, to, reason, createdAt],
      );
      return absenceOf(row);
    });
  }

  /** Returns false if it had ended already. */
  async end(id: string, at: IsoInstant): Promise<boolean> {
    const [, changed] = await this.dataSource.query(
      'update absences set ended_at = $2 where id = $1 and ended_at is null',
      [id, at],
    );
    return changed === 1;
  }
}
