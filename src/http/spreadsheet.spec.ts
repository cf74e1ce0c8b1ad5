import { describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { readSheet } from 'read-excel-file/node';
import { sheetOf, workbook } from './spreadsheet.js';

const TEXTS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '=cmd|/c calc!A1',
  '一、甲\r\n二、乙',
  '甲\u0000\uFFFF<&>"乙',
  '007',
];

describe('a workbook', () => {
  it('has texts as texts, whatever they begin with, and nothing in them that ends the file', async () => {
    const columns = [{ title: '名称', width: 20, of: (said: string) => said }];
    const file = await workbook('清单', sheetOf({ name: '清单', headline: '清单\u0000', columns, items: TEXTS }));
    const rows = await readSheet(await buffer(file.getStream()), { trim: false });
    expect(rows.slice(2).map(([cell]) => cell)).toEqual([
      ...['=1+1', '+1', '-1', '@SUM(A1)', '=1+1', '=cmd|/c calc!A1', '一、甲\n二、乙', '甲  <&>"乙', '007'],
    ]);
    expect(rows[0]![0]).toBe('清单');
  });
});
