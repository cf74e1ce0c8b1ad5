import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CalendarYear } from '#machines/kit/words/calendar.js';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import { CalendarYearRow } from '../entities/calendar-year.entity.js';
import type { Transaction } from '../transaction.js';

/**
 * A year, with the edition in which it became what it is. The years that the program brings have edition 0 and no
 * author.
 */
export interface KeptYear extends CalendarYear {
  edition: number;
  importedAt: IsoInstant | null;
  importedBy: string | null;
}

const IMPORTING = 0x63616c65;

@Injectable()
export class CalendarStore {
  constructor(private readonly dataSource: DataSource) {}

  async years(tx: Transaction = this.dataSource.manager): Promise<KeptYear[]> {
    const rows = await tx.getRepository(CalendarYearRow).find({ order: { year: 'asc' } });
    return rows.map(({ year, status, holidays, makeupWorkdays, source, edition, importedAt, importedBy }) => ({
      year,
      status,
      holidays,
      makeupWorkdays,
      source,
      edition,
      importedBy,
      importedAt: importedAt && instantOf(importedAt.getTime()),
    }));
  }

  /** Adds the years that are missing. An existing year stays as it is. */
  async addMissing(years: readonly CalendarYear[]): Promise<void> {
    await this.dataSource
      .createQueryBuilder()
      .insert()
      .into(CalendarYearRow)
      .values(
        years.map((year) => ({ ...year, holidays: [...year.holidays], makeupWorkdays: [...year.makeupWorkdays] })),
      )
      .orIgnore()
      .execute();
  }

  /** Runs one import at a time: the second one sees what the first has written. */
  alone<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [IMPORTING]);
      return work(tx);
    });
  }

  async put(tx: Transaction, { holidays, makeupWorkdays, importedAt, ...year }: KeptYear): Promise<void> {
    await tx
      .getRepository(CalendarYearRow)
      .save({
        ...year,
        holidays: [...holidays],
        makeupWorkdays: [...makeupWorkdays],
        importedAt: importedAt === null ? null : new Date(importedAt),
      });
  }
}
