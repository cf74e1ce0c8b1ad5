import { StreamableFile } from '@nestjs/common';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { attachment } from '../documents/file-name.js';
import { printed } from './printed.js';

export const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A column of a list as officials keep it: what is above it, how wide, and what stands in it. Days are text as they are read, numbers stay numbers. */
export interface SheetColumn<Item> {
  title: string;
  /** Letters of the western alphabet; a Chinese character takes two. */
  width: number;
  of: (item: Item) => string | number | null;
}

/** The headline, and the names of the columns. */
const TITLED = 2;
const EDGE = { borderStyle: 'thin', borderColor: '#bfbfbf' } as const;

const cellOf = (value: string | number | null): Cell => ({
  ...EDGE, alignVertical: 'top', wrap: true, ...(value === null ? { value: '', type: String } : typeof value === 'number' ? { value, type: Number } : { value, type: String }),
});

/** One sheet: a headline, the titles, which stay in sight, and a row for each item. */
export interface SheetContent<Item> {
  name: string;
  headline: string;
  columns: readonly SheetColumn<Item>[];
  items: readonly Item[];
}

/** An Excel workbook for download, named in Chinese. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each sheet lists items of its own kind
export async function workbook(fileName: string, ...sheets: SheetContent<any>[]): Promise<StreamableFile> {
  const bytes = await writeXlsxFile(
    sheets.map(({ name, headline, columns, items }) => ({
      sheet: name,
      orientation: 'landscape' as const,
      stickyRowsCount: TITLED,
      columns: columns.map(({ width }) => ({ width })),
      data: [
        [{ value: headline, type: String, fontWeight: 'bold' as const, fontSize: 14, columnSpan: columns.length, height: 28, alignVertical: 'center' as const }, ...columns.slice(1).map(() => null)],
        columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const, backgroundColor: '#f0f0f0', alignVertical: 'center' as const, ...EDGE })),
        ...items.map((item) => columns.map(({ of }) => cellOf(of(item)))),
      ],
    })),
    { features: [printed(sheets.map(({ name, columns, items }) => ({ name, titled: TITLED, columns: columns.length, items: items.length })))] },
  ).toBuffer();
  return new StreamableFile(bytes, { type: SPREADSHEET, length: bytes.length, disposition: attachment(`${fileName}.xlsx`) });
}
