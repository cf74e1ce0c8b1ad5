import { Calendar, type CalendarYear } from '../words/calendar.js';

const days = (year: number, monthsAndDays: string): string[] =>
  monthsAndDays
    .split(' ')
    .filter(Boolean)
    .map((md) => `${year}-${md}`);

const published = (year: number, holidays: string, makeupWorkdays: string): CalendarYear => ({
  year,
  status: 'published',
  holidays: days(year, holidays),
  makeupWorkdays: days(year, makeupWorkdays),
  source: `国务院办公厅关于${year}年节假日安排的通知`,
});

const estimated = (year: number, holidays: string): CalendarYear => ({
  year,
  status: 'estimated',
  holidays: days(year, holidays),
  makeupWorkdays: [],
  source: '推算',
});

/**
 * Calendar years for tests and scenarios. A test of the application compares them with those it seeds its database
 * with.
 */
export const testYears: readonly CalendarYear[] = [
  published(
    2024,
    '01-01 02-10 02-11 02-12 02-13 02-14 02-15 02-16 02-17 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 06-10 09-15 09-16 09-17 10-01 10-02 10-03 10-04 10-05 10-06 10-07',
    '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  ),
  published(
    2025,
    '01-01 01-28 01-29 01-30 01-31 02-01 02-02 02-03 02-04 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 05-31 06-01 06-02 10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08',
    '01-26 02-08 04-27 09-28 10-11',
  ),
  published(
    2026,
    '01-01 01-02 01-03 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 06-19 06-20 06-21 09-25 09-26 09-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07',
    '01-04 02-14 02-28 05-09 09-20 10-10',
  ),
  estimated(2027, '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'),
  estimated(2028, '01-01 01-25 01-26 01-27 01-28 04-04 05-01 05-02 05-28 10-01 10-02 10-03'),
  estimated(2029, '01-01 02-12 02-13 02-14 02-15 04-04 05-01 05-02 06-16 09-22 10-01 10-02 10-03'),
  estimated(2030, '01-01 02-02 02-03 02-04 02-05 04-05 05-01 05-02 06-05 09-12 10-01 10-02 10-03'),
];

export const testCalendar = new Calendar(testYears);
