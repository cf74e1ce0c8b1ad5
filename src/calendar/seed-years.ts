import type { CalendarYear } from '#machines/kit/words/calendar.js';
import { estimatedYear } from './estimated-year.js';
import { movableDays } from './movable-days.js';
import { publishedYears } from './published-years.js';

/** What an empty database starts with: every year of which a notice is known, and estimates as far as deadlines may reach. */
export const seedYears = (): CalendarYear[] => [...publishedYears(), ...movableDays.map(estimatedYear)];
