import { zip, type ZipOptions } from './sample-files.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const OFFICE = 'http://schemas.openxmlformats.org';

/** Packs a workbook around the XML of its first sheet, small however large the sheet is. */
export function workbookOf(
  sheet: string,
  { more = {}, ...options }: ZipOptions & { more?: Readonly<Record<string, string>> } = {},
): Buffer {
  return zip(
    {
      '[Content_Types].xml': `<Types xmlns="${OFFICE}/package/2006/content-types"/>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/workbook.xml': `<workbook xmlns="${OFFICE}/spreadsheetml/2006/main"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      [SHEET]: `<worksheet xmlns="${OFFICE}/spreadsheetml/2006/main">${sheet}</worksheet>`,
      ...more,
    },
    { deflated: true, ...options },
  );
}

export const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;
export const cell = (place: string, text = 'x'): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rowOf = (place: string): string => `<row r="${place.replace(/^[A-Z]+/, '')}">${cell(place)}</row>`;

const many = (of: (i: number) => string): string => Array.from({ length: 320_000 }, (_, i) => of(i)).join('');

/** Workbooks that stopped or ended the program, or would have, with what is said of them. */
export const badWorkbooks: readonly (readonly [what: string, bytes: () => Buffer, says: string])[] = [
  ['a cell in the last corner', () => workbookOf(data(rowOf('XFD1048576'))), '用到了第1048576行'],
  ['a cell in the last column', () => workbookOf(data(rowOf('XFD1'))), '用到了第16384列'],
  ['a row far below', () => workbookOf(data('<row r="400000000"/>')), '用到了第400000000行'],
  ['a row whose number is written another way', () => workbookOf(data('<row r="4e8"/>')), '用到了第400000000行'],
  ['a place that is no place', () => workbookOf(data('<row r="1"><c r="ZZZZZZ1"/></row>')), '写错的单元格位置'],
  ['a place in entities', () => workbookOf(data('<row r="1"><c r="&#88;FD1"/></row>')), '写错的单元格位置'],
  ['tags without end', () => workbookOf(data(many((i) => `<row s="${i % 997}"/>`))), '内容太多'],
  ['tags in tags without end', () => workbookOf(data(many((i) => `<a s="${i % 997}">`))), '内容太多'],
  [
    'shared strings without end',
    () =>
      workbookOf(data(''), { more: { 'xl/sharedStrings.xml': `<sst>${many((i) => `<si n="${i % 997}"/>`)}</sst>` } }),
    '内容太多',
  ],
  ['much that unpacks from little', () => workbookOf(data(`<row r="1"${' '.repeat(6_000_000)}/>`)), '重复的空白内容'],
  ['too much altogether', () => workbookOf(data(' '.repeat(9_000_000))), '解压后太大'],
  ['more than it says', () => workbookOf(data(' '.repeat(20_000_000)), { saying: { [SHEET]: 1_000 } }), '解压后太大'],
  ['a little more than it says', () => workbookOf(data(''), { saying: { [SHEET]: 10 } }), '目录与内容不符'],
  [
    'entities that grow',
    () =>
      workbookOf(data(rowOf('A1')), {
        more: { 'xl/styles.xml': '<!DOCTYPE a [<!ENTITY a "xxxxxxxxxx">]><styleSheet>&a;</styleSheet>' },
      }),
    'DOCTYPE',
  ],
  ['text that is no XML', () => workbookOf(data('<row><c></row>')), '已损坏'],
];

/** Passes every limit on its content, and keeps a parser busy for longer than anybody waits. */
export const slowWorkbook = (): Buffer => {
  // Deflate shrinks what is random less, so the file looks like any other.
  let state = 7;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return workbookOf(data(`<row ${Array.from({ length: 700_000 }, () => ` a${random() < 0.5 ? ' ' : ''}`).join('')}/>`));
};
