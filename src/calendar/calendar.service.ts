import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Calendar } from '#machines/kit/words/calendar.js';
import { Kept } from '../persistence/kept.js';
import { CalendarStore, type KeptYear } from '../persistence/stores/calendar.store.js';
import { seedYears } from './seed-years.js';

/** Builds a calendar. Its edition is that of its newest year. */
export const calendarOf = (years: readonly KeptYear[]): Calendar =>
  new Calendar(years, Math.max(0, ...years.map((y) => y.edition)));

/** The longest time for which this process may not know of a notice that another process imported. */
const KEPT_MS = 5_000;

/** The calendar of working days, as the database has it. */
@Injectable()
export class CalendarService implements OnModuleInit {
  private readonly kept = new Kept<'all', { years: KeptYear[]; calendar: Calendar }>(() => this.read(), KEPT_MS);

  constructor(private readonly store: CalendarStore) {}

  async onModuleInit(): Promise<void> {
    await this.store.addMissing(seedYears());
    this.changed();
  }

  async current(): Promise<Calendar> {
    return (await this.kept.get('all')).calendar;
  }

  /** Makes sure that the kept calendar is of this edition or a later one. */
  async reach(edition: number): Promise<void> {
    if ((await this.current()).edition < edition) this.changed();
  }

  async years(): Promise<readonly KeptYear[]> {
    return (await this.kept.get('all')).years;
  }

  /** Returns null for a year the calendar does not hold. */
  async year(year: number): Promise<KeptYear | null> {
    return (await this.years()).find((y) => y.year === year) ?? null;
  }

  /** Must be called after a year is written. */
  changed(): void {
    this.kept.forget();
  }

  private async read(): Promise<{ years: KeptYear[]; calendar: Calendar }> {
    const years = await this.store.years();
    return { years, calendar: calendarOf(years) };
  }
}
