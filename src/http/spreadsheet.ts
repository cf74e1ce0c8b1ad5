import { StreamableFile } from '@nestjs/common';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { harmless } from '#machines/kit/words/acceptable-text.js';
import { attachment } from '../documents/file-name.js';
import { printed } from './printed.js';

export const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A column of a list: its title, its width, and the content of its cells. Days are text in the form people read,
 * numbers stay numbers.
 */
export interface SheetColumn<Item> {
  title: string;
  /** The width in letters of the western alphabet. A Chinese character takes two. */
  width: number;
  of: (item: Item) => string | number | null;
}

/** The rows for the headline and for the names of the columns. */
const TITLED = 2;
const EDGE = { borderStyle: 'thin', borderColor: '#bfbfbf' } as const;

const LINE_POINTS = 15;
const CHINESE = /[\u2e80-\uffee]/u;

const lettersOf = (text: string): number => [...text].reduce((n, c) => n + (CHINESE.test(c) ? 2 : 1), 0);

/**
 * Returns a height for the lines of the longest cell, in points: not every spreadsheet program works that out when it
 * opens a file.
 */
function heightOf(values: readonly (string | number | null)[], columns: readonly { width: number }[]): number {
  const lines = values.map((value, i) => {
    const exact = lettersOf(String(value ?? '')) / columns[i]!.width;
    // Leaves room for a program that breaks lines earlier, at a word or a bracket.
    return exact <= 1 ? 1 : Math.ceil(exact * 1.1);
  });
  return Math.max(...lines) * LINE_POINTS;
}

/** Writes a row. The first cell says how high the row is. */
function rowOf(
  values: readonly (string | number | null)[],
  columns: readonly { width: number }[],
  style: (value: string | number | null) => Cell,
): Cell[] {
  const [first, ...others] = values.map(style);
  return [{ ...(first as object), height: heightOf(values, columns) } as Cell, ...others];
}

const titleOf = (value: string | number | null): Cell => ({
  value: String(value),
  type: String,
  fontWeight: 'bold' as const,
  backgroundColor: '#f0f0f0',
  alignVertical: 'center' as const,
  wrap: true,
  ...EDGE,
});

const cellOf = (value: string | number | null): Cell => ({
  ...EDGE,
  alignVertical: 'top',
  wrap: true,
  ...(value === null
    ? { value: '', type: String }
    : typeof value === 'number'
      ? { value, type: Number }
      : // A text is never a formula, whatever it begins with.
        { value: harmless(value, 'several'), type: String }),
});

interface Headed {
  name: string;
  headline: string;
}

/** One sheet: a headline, the titles, which stay visible, and a row for each item. */
export interface SheetContent<Item> extends Headed {
  columns: readonly SheetColumn<Item>[];
  items: readonly Item[];
}

/** A sheet with its rows already written, so that sheets of other items can stand beside it. */
export interface Sheet extends Headed {
  columns: readonly Pick<SheetColumn<never>, 'title' | 'width'>[];
  rows: readonly (string | number | null)[][];
}

export const sheetOf = <Item>({ columns, items, ...headed }: SheetContent<Item>): Sheet => ({
  ...headed,
  columns,
  rows: items.map((item) => columns.map(({ of }) => of(item))),
});

/** Sends an Excel workbook for download, named in Chinese. */
export async function workbook(fileName: string, ...sheets: readonly Sheet[]): Promise<StreamableFile> {
  const bytes = await writeXlsxFile(
    sheets.map(({ name, headline, columns, rows }) => ({
      sheet: name,
      orientation: 'landscape' as const,
      stickyRowsCount: TITLED,
      columns: columns.map(({ width }) => ({ width })),
      data: [
        [
          {
            value: harmless(headline, 'one'),
            type: String,
            fontWeight: 'bold' as const,
            fontSize: 14,
            columnSpan: columns.length,
            height: 28,
            alignVertical: 'center' as const,
          },
          ...columns.slice(1).map(() => null),
        ],
        rowOf(
          columns.map(({ title }) => title),
          columns,
          titleOf,
        ),
        ...rows.map((values) => rowOf(values, columns, cellOf)),
      ],
    })),
    {
      features: [
        printed(
          sheets.map(({ name, columns, rows }) => ({
            name,
            titled: TITLED,
            columns: columns.length,
            items: rows.length,
          })),
        ),
      ],
    },
  ).toBuffer();
  return new StreamableFile(bytes, {
    type: SPREADSHEET,
    length: bytes.length,
    disposition: attachment(`${fileName}.xlsx`),
  });
}
