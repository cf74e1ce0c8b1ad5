import { isUtf8 } from 'node:buffer';
import { UnreadableFile } from './unreadable-file.js';

export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
  /** The tags of all parts of a workbook together. */
  readonly tags: number;
}

const TAG = 0x3c;

/** Every attribute `r`, the place of a row or cell; `xmlns:r` is another. It is rather found too often than overlooked. */
const PLACES = /(?:^|[^\w.:-])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const CELL = /^([A-Z]{1,3})(\d{1,7})$/;

/**
 * Looks at the parts of a workbook before a parser does. A parser of workbooks makes a cell for every place before the
 * last one, so two cells far apart fill the memory; it also keeps every tag.
 * @throws UnreadableFile
 */
export function checkParts(parts: ReadonlyMap<string, Buffer>, limits: SheetLimits): void {
  let tags = 0;
  for (const part of parts.values()) {
    if (!isUtf8(part)) throw new UnreadableFile('工作簿里的文字不是UTF-8编码，请用Excel或者WPS重新保存后再上传。');
    tags += tagsIn(part);
    if (tags > limits.tags) throw new UnreadableFile('表里的内容太多，请删去多余的行、列和格式后再上传。');
    // No spreadsheet program writes one. Definitions of entities can grow without end.
    if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY'))
      throw new UnreadableFile('工作簿里有不该有的定义(DOCTYPE)，请用Excel或者WPS重新保存后再上传。');
    if (part.includes('sheetData')) checkPlaces(part.toString('utf8'), limits);
  }
}

function tagsIn(part: Buffer): number {
  let tags = 0;
  for (let at = part.indexOf(TAG); at !== -1; at = part.indexOf(TAG, at + 1)) tags++;
  return tags;
}

function checkPlaces(sheet: string, { rows, columns }: SheetLimits): void {
  for (const [, double, single] of sheet.matchAll(PLACES)) {
    const { row, column } = placeOf(double ?? single!);
    if (row > rows)
      throw new UnreadableFile(`表用到了第${row}行，最多${rows}行；请删去多余的行(连同格式，不只是清空内容)后再上传。`);
    if (column > columns)
      throw new UnreadableFile(
        `表用到了第${column}列，最多${columns}列；请删去多余的列(连同格式，不只是清空内容)后再上传。`,
      );
  }
}

/** Reads `XFD1048576`, or the number of a row. A margin of the page is such a number, too. */
function placeOf(text: string): { row: number; column: number } {
  const cell = CELL.exec(text);
  if (cell) return { row: Number(cell[2]), column: columnOf(cell[1]!) };
  const row = Number(text);
  if (text === '' || !(row >= 0)) throw new UnreadableFile('工作簿里有写错的单元格位置，文件已损坏。');
  return { row, column: 0 };
}

const columnOf = (letters: string): number => [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0);
