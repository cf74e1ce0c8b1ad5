import { describe, expect, it } from '@jest/globals';
import { inflateRawSync } from 'node:zlib';
import { sheetOf, workbook } from './spreadsheet.js';

/** Returns the files of a zip archive by name, read from its directory. */
function unzipped(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06') + 16); zip.readUInt32LE(at) === 0x02014b50;) {
    const [packed, size, nameLength, more] = [
      zip.readUInt16LE(at + 10) === 8,
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32),
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + size);
    files.set(
      zip.toString('utf8', at + 46, at + 46 + nameLength),
      (packed ? inflateRawSync(bytes) : bytes).toString('utf8'),
    );
    at += 46 + nameLength + more;
  }
  return files;
}

describe('a printed workbook', () => {
  it('is as wide as a page, has its titles on every page, and a filter on each column', async () => {
    const columns = [
      { title: '案号', width: 10, of: (n: number) => n },
      { title: '名称', width: 10, of: () => '项目' },
    ];
    const file = await workbook(
      '督办',
      sheetOf({ name: '台账', headline: '督办台账', columns, items: [1, 2, 3] }),
      sheetOf({ name: "说'明", headline: '说明', columns: columns.slice(0, 1), items: [] }),
    );
    const files = unzipped(Buffer.concat(await file.getStream().toArray()));
    const sheet = files.get('xl/worksheets/sheet1.xml')!;
    expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(sheet.match(/<pageSetup [^>]*>/)?.[0]).toBe(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(sheet).toContain('<autoFilter ref="A2:B5"/>');
    expect(files.get('xl/worksheets/sheet2.xml')).toContain('<autoFilter ref="A2:A2"/>');
    // Excel refuses a sheet whose elements stand in another order.
    const order = [
      '<sheetPr',
      '<sheetViews',
      '<cols',
      '<sheetData',
      '<autoFilter',
      '<mergeCells',
      '<pageMargins',
      '<pageSetup',
    ].map((tag) => sheet.indexOf(tag));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    const book = files.get('xl/workbook.xml')!;
    expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'台账'!$1:$2</definedName>`);
    expect(book).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'台账'!$A$2:$B$5</definedName>`,
    );
    expect(book).toContain(`localSheetId="1">'说''明'!$1:$2<`);
    expect(book.match(/<definedNames/g)).toHaveLength(1);
  });

  it('gives each row the height of its longest cell, for programs that do not work that out themselves', async () => {
    const columns = [
      { title: '已等待(工作日)', width: 10, of: (n: number) => n },
      { title: '原因', width: 10, of: (n: number) => '满'.repeat(n) },
    ];
    const file = await workbook('督办', sheetOf({ name: '台账', headline: '督办台账', columns, items: [1, 5, 6, 20] }));
    const sheet = unzipped(Buffer.concat(await file.getStream().toArray())).get('xl/worksheets/sheet1.xml')!;
    expect(
      [...sheet.matchAll(/<row r="(\d+)"[^>]* ht="(\d+)"/g)].map(([, row, height]) => `${row}: ${height}`),
    ).toEqual(['1: 28', '2: 30', '3: 15', '4: 15', '5: 30', '6: 75']);
  });
});
