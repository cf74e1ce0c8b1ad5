import type { CalendarYear } from '#machines/kit/words/calendar.js';
import { estimatedYear } from './estimated-year.js';
import { movableDays } from './movable-days.js';
import { publishedYears } from './published-years.js';

/**
 * Returns the years of an empty database: every year whose notice is known, and estimates as far as deadlines may
 * reach.
 */
export const seedYears = (): CalendarYear[] => [...publishedYears(), ...movableDays.map(estimatedYear)];
