import { NoPlace } from '../files/places.js';
import { UnreadableFile } from '../files/unreadable-file.js';
import type { Sheet } from '../files/workbook.js';
import { readFirstSheet } from '../files/workbooks.js';
import { refuseUnfit, unstorable } from '../http/json-bytes.js';
import { invalidPayload, unavailable, unsupportedType, type FieldError } from '../http/problem.js';
import { noticeOf, type Notice, type NoticeDay } from './notice.js';

export const COLUMNS = ['日期', '类型', '备注'] as const;
const [DAY, KIND] = COLUMNS;

/** A calendar of a year has few days. A file with more rows is no calendar. */
const MOST_ROWS = 1_000;

/**
 * Reads a notice from a file: a workbook with the columns of the template, or the JSON that the address itself takes.
 * Source and reason of a workbook are fields of the form.
 * @throws Problem 400 for a file that can't be read at all, 415 for another kind of file, 503 when many are being read.
 */
export async function readNoticeFile(
  name: string,
  bytes: Buffer,
  beside: Record<string, string>,
): Promise<{ notice: Notice; faults: FieldError[] }> {
  const { source, reason, confirmed } = beside;
  const said = {
    ...(reason ? { reason } : {}),
    ...(confirmed ? { confirmed: confirmed === 'true' || (confirmed === 'false' ? false : confirmed) } : {}),
  };
  const extension = name.split('.').at(-1)?.toLowerCase();
  if (extension === 'json') return noticeOf({ ...objectIn(bytes), ...(source ? { source } : {}), ...said });
  if (extension !== 'xlsx')
    throw unsupportedType('请上传Excel工作簿(.xlsx)或者JSON文件(.json)；旧的.xls请另存为.xlsx。');
  const around = noticeOf({ source: source ?? '', holidays: [], makeupWorkdays: [], ...said });
  const { days, faults } = daysIn(await sheetIn(bytes));
  // For an empty sheet the answer does not list every missing holiday.
  if (days.length === 0) throw invalidPayload([...around.faults, ...(faults.length > 0 ? faults : [NOTHING])]);
  return { notice: { ...around.notice, days }, faults: [...around.faults, ...faults] };
}

const NOTHING: FieldError = { pointer: '/file', message: '第一个工作表中没有一个日子；日历请填在第一个工作表中。' };

function objectIn(bytes: Buffer): object {
  refuseUnfit(bytes, '/file');
  // The decoder drops the byte order mark that some editors put first.
  const text = new TextDecoder().decode(bytes);
  try {
    const value: unknown = JSON.parse(text);
    const refusal = unstorable(value, '/file');
    if (refusal) throw refusal;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw invalidPayload([{ pointer: '/file', message: '文件不是JSON对象，请核对文件。' }]);
}

async function sheetIn(bytes: Buffer): Promise<Sheet> {
  try {
    return await readFirstSheet(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) throw invalidPayload([{ pointer: '/file', message: error.message }]);
    if (error instanceof NoPlace) throw unavailable('正在读取的工作簿太多，请稍后再试。');
    throw error;
  }
}

/**
 * Reads the days of a sheet. The columns may stand in any order, with others beside them; empty rows are skipped. Rows
 * are numbered as the workbook shows them.
 */
function daysIn(sheet: Sheet): { days: NoticeDay[]; faults: FieldError[] } {
  const titles = (sheet[0] ?? []).map(textOf);
  const missing = [DAY, KIND].filter((title) => !titles.includes(title));
  if (missing.length > 0)
    return {
      days: [],
      faults: [
        {
          pointer: '/rows/1',
          message: `第1行：缺少“${missing.join('”“')}”列，请用下载的模板填写，日历放在第一个工作表中。`,
        },
      ],
    };
  if (sheet.length > MOST_ROWS)
    return {
      days: [],
      faults: [{ pointer: '/file', message: `表中有${sheet.length}行，一年的日历不会这么多，请核对文件。` }],
    };
  const faults: FieldError[] = [];
  const days = sheet.slice(1).flatMap((row, i): NoticeDay[] => {
    const [pointer, where] = [`/rows/${i + 2}`, `第${i + 2}行`];
    const [day, kind] = [dayOf(row[titles.indexOf(DAY)]), textOf(row[titles.indexOf(KIND)])];
    if (day === '' && kind === '') return [];
    if (kind === '休' || kind === '班')
      return [{ day, kind, pointer, where, written: '请把单元格设为日期格式，或者写成YYYY-MM-DD' }];
    faults.push({ pointer, message: `${where}：类型“${kind.slice(0, 40)}”只能填“休”或者“班”。` });
    return [];
  });
  return { days, faults };
}

const textOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell).trim());

/** A date in a cell without its format is the number of days since this day. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** Reads the day of a cell. Text or a number may be written in the ways people write a day. */
function dayOf(cell: unknown): string {
  const text = textOf(cell);
  if (/^\d{5}$/.test(text)) return new Date(DAY_ZERO + Number(text) * 864e5).toISOString().slice(0, 10);
  const parts =
    /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : text;
}
