import { fileTypeFromBuffer } from 'file-type';
import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { UnreadableFile } from '../files/unreadable-file.js';
import { zipDirectory, type Bytes } from '../files/zip-directory.js';
import { acceptedKinds, type Content } from './accepted-kinds.js';

/** A file that has arrived. Both ways may be used more than once. */
export interface Kept {
  open(): Promise<Readable>;
  peek<T>(look: (bytes: Bytes) => Promise<T>): Promise<T>;
}

/** As much as tells one format from another. A longer look would let the file decide how long it takes. */
const HEAD_BYTES = 4_100;
/** Readers of PDF look for its beginning within so many bytes: what comes before is passed over. */
const PDF_WITHIN = 1_024;
const PDF = '%PDF-';
const RTF = '{\\rtf';
const ZIP = /^PK(\x03\x04|\x05\x06)/;

/** The folder in which each kind of Office Open XML has its parts. */
const PARTS: Readonly<Record<string, string>> = { docx: 'word/', xlsx: 'xl/', pptx: 'ppt/' };
/** Every OFD package (GB/T 33190) has this entry. */
const OFD_ENTRY = /^(\.?\/)?OFD\.xml$/i;

/** The contents that file-type names by the same extension as we do. */
const KNOWN = new Set<string>(Object.values(acceptedKinds).flatMap(({ contents }) => contents));

/** Tells from its content whether a file is one of those that its extension may mean. */
export async function isReally(contents: readonly Content[], file: Kept): Promise<boolean> {
  const head = await file.peek((bytes) => bytes.read(0, HEAD_BYTES));
  const begins = await beginningOf(head);
  // A text may begin with two letters with which some format begins (BM is a bitmap). It is still a text.
  if (contents.includes('text')) return !KNOWN.has(begins ?? '') && reading(file, isText);
  if (begins === 'zip' && !contents.includes('zip')) {
    const names = await file.peek(namesIn);
    return contents.some((content) => isPackaged(content, names));
  }
  return contents.some((content) => (content === 'pdf' ? isPdf(head, begins) : content === begins));
}

/** Returns the name of the format that begins so. Whatever is packed is a zip. */
async function beginningOf(head: Buffer): Promise<string | undefined> {
  if (ZIP.test(head.toString('latin1', 0, 4))) return 'zip';
  if (head.toString('latin1', 0, RTF.length) === RTF) return 'rtf';
  return (await fileTypeFromBuffer(head))?.ext;
}

/** A program may hold the letters of a PDF, too. Before a PDF there is no other format. */
function isPdf(head: Buffer, begins: string | undefined): boolean {
  const at = head.indexOf(PDF);
  return at !== -1 && at < PDF_WITHIN && (begins === undefined || begins === 'pdf');
}

/** Returns the names in a zip. None if it is damaged, or larger than any paper. */
async function namesIn(bytes: Bytes): Promise<string[]> {
  try {
    return (await zipDirectory(bytes)).map(({ name }) => name);
  } catch (error) {
    if (error instanceof UnreadableFile) return [];
    throw error;
  }
}

function isPackaged(content: Content, names: readonly string[]): boolean {
  if (content === 'ofd') return names.some((name) => OFD_ENTRY.test(name));
  const part = PARTS[content];
  return part !== undefined && names.includes('[Content_Types].xml') && names.some((name) => name.startsWith(part));
}

async function reading<T>(file: Kept, read: (stream: Readable) => Promise<T>): Promise<T> {
  const stream = await file.open();
  try {
    return await read(stream);
  } finally {
    stream.destroy();
  }
}

const BYTE_ORDERS: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' };

/**
 * Tells whether a stream is UTF-8 or GB18030, or UTF-16 with its mark (what Notepad calls Unicode), without the
 * characters that only programs write.
 */
async function isText(stream: Readable): Promise<boolean> {
  let possible: TextDecoder[] | undefined;
  const still = (use: (decoder: TextDecoder) => string): TextDecoder[] =>
    possible!.filter((decoder) => decodes(() => use(decoder)));
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    possible ??= encodingsOf(chunk).map((encoding) => new TextDecoder(encoding, { fatal: true }));
    possible = still((decoder) => decoder.decode(chunk, { stream: true }));
    if (possible.length === 0) return false;
  }
  return possible !== undefined && still((decoder) => decoder.decode()).length > 0;
}

function encodingsOf(first: Buffer): string[] {
  const marked = BYTE_ORDERS[first.toString('hex', 0, 2)];
  return marked === undefined ? ['utf-8', 'gb18030'] : [marked];
}

function decodes(attempt: () => string): boolean {
  try {
    return !attempt().includes('\0');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}
