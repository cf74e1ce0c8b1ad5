import { crc32, deflateRawSync } from 'node:zlib';

/** The smallest files that are really of their kind. */

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const pdf = (text = ''): Buffer => Buffer.from(`%PDF-1.7\n% ${text}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`);
export const png = Buffer.from(PNG, 'base64');
export const jpg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(64),
  Buffer.from('ffd9', 'hex'),
]);
export const tif = Buffer.concat([
  Buffer.from('49492a0008000000010000010300010000000100000000000000', 'hex'),
  Buffer.alloc(16),
]);
/** What phones photograph (HEIF): a box that names its brands, and no picture. */
export const heic = Buffer.concat([
  Buffer.from('00000018', 'hex'),
  Buffer.from('ftypheic\0\0\0\0mif1heic'),
  Buffer.alloc(64),
]);
export const rtf = Buffer.from('{\\rtf1\\ansi\\ansicpg936 x}');
/** Word 97, Excel 97 and WPS write the same container. */
export const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016)]);

export interface ZipOptions {
  deflated?: boolean;
  /** The bytes that the directory and the headers say a file has, where that is a lie. */
  saying?: Readonly<Record<string, number>>;
}

export function zip(
  entries: Readonly<Record<string, string>>,
  { deflated = false, saying = {} }: ZipOptions = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)];
    const body = deflated ? deflateRawSync(content) : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(deflated ? 8 : 0, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(saying[name] ?? content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, body]);
    const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, Buffer.alloc(14), path]);
    central.writeUInt32LE(offset, 42);
    offset += local.length;
    locals.push(local);
    directory.push(central);
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listing, end]);
}

const openXml = (part: string, type: string): Buffer =>
  zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
    [part]: '<x/>',
  });

export const docx = openXml('word/document.xml', 'wordprocessingml.document');
export const xlsx = openXml('xl/workbook.xml', 'spreadsheetml.sheet');
export const pptx = openXml('ppt/presentation.xml', 'presentationml.presentation');
export const ofd = zip({
  'OFD.xml': '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>',
  'Doc_0/Document.xml': '<x/>',
});
export const archive = zip({ 'a.txt': 'a' });
export const windowsProgram = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(510)]);
