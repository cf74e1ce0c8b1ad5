import writeExcelFile from 'write-excel-file/node';
import type { CalendarYear } from '#machines/kit/words/calendar.js';
import { weekday } from '#machines/kit/words/dates.js';
import { COLUMNS } from './notice-file.js';

const WEEKDAYS = '日一二三四五六';

/** Writes the workbook of a year as it is known, to be edited and sent back. */
export async function templateOf({
  holidays,
  makeupWorkdays,
}: Pick<CalendarYear, 'holidays' | 'makeupWorkdays'>): Promise<Buffer> {
  const days = [
    ...holidays.map((day) => ({ day, kind: '休' })),
    ...makeupWorkdays.map((day) => ({ day, kind: '班' })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
  const head = COLUMNS.map((value) => ({ value, fontWeight: 'bold' as const }));
  const rows = days.map(({ day, kind }) => [
    { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' },
    kind,
    `星期${WEEKDAYS[weekday(day)]!}`,
  ]);
  return writeExcelFile([head, ...rows], {
    sheet: '节假日',
    columns: [{ width: 14 }, { width: 8 }, { width: 24 }],
    stickyRowsCount: 1,
  }).toBuffer();
}
