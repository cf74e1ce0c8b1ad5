import { readSheet } from 'read-excel-file/node';
import { UnreadableFile } from './unreadable-file.js';
import { pack, unpack, type UnpackLimits } from './unpack.js';
import { NoZip } from './zip-directory.js';
import { checkParts, type SheetLimits } from './used-range.js';

/** A cell as it is read. A date is `YYYY-MM-DD`, and empty if it is none. */
export type Cell = string | number | boolean | null;
export type Sheet = readonly (readonly Cell[])[];

const LIMITS: UnpackLimits & SheetLimits & { readonly cells: number; readonly letters: number } = {
  entries: 500,
  unpacked: 8 * 1024 * 1024,
  rows: 5_000,
  columns: 200,
  tags: 300_000,
  cells: 100_000,
  letters: 1_000_000,
};

const isXml = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.rels');

/**
 * Reads the first sheet of a workbook that somebody handed in. It is called in a process of its own only
 * (./workbook-process.ts): what has passed all limits still goes through a parser that knows none.
 * @throws UnreadableFile
 */
export async function firstSheet(bytes: Buffer): Promise<Sheet> {
  const parts = await unpack(bytes, isXml, LIMITS).catch((error: unknown) => {
    throw error instanceof NoZip ? noWorkbook() : error;
  });
  checkParts(parts, LIMITS);
  // The parser believes sizes and headers. It gets a zip in which they are true.
  const sheet = await parsed(pack(parts));
  const cells = sheet.reduce((n, row) => n + row.length, 0);
  const letters = sheet.reduce(
    (n, row) => n + row.reduce<number>((m, c) => m + (typeof c === 'string' ? c.length : 0), 0),
    0,
  );
  if (cells > LIMITS.cells || letters > LIMITS.letters)
    throw new UnreadableFile(`表里的内容太多(${cells}个单元格、${letters}个字)，请删去多余的内容后再上传。`);
  return sheet;
}

const noWorkbook = (): UnreadableFile => new UnreadableFile('文件不是Excel工作簿(.xlsx)，或者已损坏。');

/** Whatever the parser complains about comes from the file: it has been given nothing else. */
async function parsed(zip: Buffer): Promise<Sheet> {
  const rows = await readSheet(zip).catch(() => {
    throw noWorkbook();
  });
  return rows.map((row) => row.map((cell) => (cell instanceof Date ? dayOf(cell) : (cell as Cell))));
}

/** The parser puts a date at midnight UTC of its day. */
const dayOf = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10));
