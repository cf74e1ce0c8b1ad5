import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Calendar, type CalendarYear } from '#machines/kit/calendar.js';
import { Kept } from '../persistence/kept.js';
import { CalendarStore } from '../persistence/stores/calendar.store.js';
import { seedYears } from './seed-years.js';

/** How long another process's import of a notice may go unnoticed here. */
const KEPT_MS = 5_000;

/** The calendar of working days, as the database has it. */
@Injectable()
export class CalendarService implements OnModuleInit {
  private readonly kept = new Kept<'all', { years: CalendarYear[]; calendar: Calendar }>(() => this.read(), KEPT_MS);

  constructor(private readonly store: CalendarStore) {}

  async onModuleInit(): Promise<void> {
    await this.store.addMissing(seedYears());
    this.changed();
  }

  async current(): Promise<Calendar> {
    return (await this.kept.get('all')).calendar;
  }

  /** Null for a year the calendar does not hold. */
  async year(year: number): Promise<CalendarYear | null> {
    return (await this.kept.get('all')).years.find((y) => y.year === year) ?? null;
  }

  /** To be called by whoever has written a year. */
  changed(): void {
    this.kept.forget();
  }

  private async read(): Promise<{ years: CalendarYear[]; calendar: Calendar }> {
    const years = await this.store.years();
    return { years, calendar: new Calendar(years) };
  }
}
