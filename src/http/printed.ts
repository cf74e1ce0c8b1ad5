import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import {
  findElement,
  getCellAddress,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/**
 * A sheet as it is printed: `titled` rows at its head, the last of which names `columns` columns; `items` rows follow.
 */
export interface Printed {
  name: string;
  titled: number;
  columns: number;
  items: number;
}

/** The elements that occur in our sheets, in the order the file format demands. */
const WORKSHEET = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'pageMargins',
  'pageSetup',
  'drawing',
];
const WORKBOOK = ['workbookPr', 'bookViews', 'sheets', 'definedNames', 'calcPr'];

/**
 * Adds what the library lacks for a sheet that is printed and sorted: the width of the page, the titles on every page,
 * a filter on each column.
 */
export function printed(sheets: readonly Printed[]): Feature<Stream | Buffer | Blob> {
  const filtered = ({ titled, columns, items }: Printed) =>
    [getCellAddress(titled - 1, 0), getCellAddress(titled - 1 + items, columns - 1)] as const;
  const fixed = (address: string): string => address.replace(/([A-Z]+)(\d+)/, '$$$1$$$2');
  const names = sheets.flatMap((sheet, i) => {
    const of = `'${sanitizeTextContent(sheet.name.replaceAll("'", "''"))}'!`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${of}${filtered(sheet).map(fixed).join(':')}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${of}$1:$${sheet.titled}</definedName>`,
    ];
  });
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
          transform: (xml, _, { sheetIndex }) => {
            const fitting = insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              WORKSHEET,
              'worksheet',
            );
            return insertElementMarkupAccordingToOrderOfSiblings(
              fitting,
              `<autoFilter ref="${filtered(sheets[sheetIndex]!).join(':')}"/>`,
              WORKSHEET,
              'worksheet',
            );
          },
        },
        'xl/workbook.xml': {
          transform: (xml) => {
            const markup = `<definedNames>${names.join('')}</definedNames>`;
            const empty = findElement(xml, 'definedNames');
            return empty
              ? replaceElement(xml, empty, markup)
              : insertElementMarkupAccordingToOrderOfSiblings(xml, markup, WORKBOOK, 'workbook');
          },
        },
      },
    },
  };
}
