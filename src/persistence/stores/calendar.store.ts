import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CalendarYear } from '#machines/kit/calendar.js';
import { CalendarYearRow } from '../entities/calendar-year.entity.js';

@Injectable()
export class CalendarStore {
  constructor(private readonly dataSource: DataSource) {}

  async years(): Promise<CalendarYear[]> {
    const rows = await this.dataSource.getRepository(CalendarYearRow).find({ order: { year: 'asc' } });
    return rows.map(({ updatedAt: _, ...year }) => year);
  }

  /** Adds the years that are missing; a year that is there stays as it is, whoever wrote it. */
  async addMissing(years: readonly CalendarYear[]): Promise<void> {
    await this.dataSource
      .createQueryBuilder()
      .insert()
      .into(CalendarYearRow)
      .values(years.map((year) => ({ ...year, holidays: [...year.holidays], makeupWorkdays: [...year.makeupWorkdays] })))
      .orIgnore()
      .execute();
  }
}
