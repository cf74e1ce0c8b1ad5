import { fileTypeFromStream } from 'file-type';
import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { acceptedKinds, type Content } from './accepted-kinds.js';

/** Every OFD package (GB/T 33190) has this entry. For file-type it is just another zip. */
const OFD_ENTRY = Buffer.from('OFD.xml');

/** The contents that file-type names by the same extension as we do. */
const KNOWN = new Set<string>(Object.values(acceptedKinds).map((kind) => kind.content));

/** Tells from its content whether a file is what its extension says. `open` may be called more than once. */
export async function isReally(content: Content, open: () => Promise<Readable>): Promise<boolean> {
  const detected = await reading(open, async (stream) => (await fileTypeFromStream(stream))?.ext);
  if (content === 'ofd') return detected === 'zip' && reading(open, (stream) => holds(stream, OFD_ENTRY));
  // A text may begin with two letters with which some format begins (BM is a bitmap). It is still a text.
  if (content === 'text') return !KNOWN.has(detected ?? '') && reading(open, isText);
  return detected === content;
}

async function reading<T>(open: () => Promise<Readable>, read: (stream: Readable) => Promise<T>): Promise<T> {
  const stream = await open();
  try {
    return await read(stream);
  } finally {
    stream.destroy();
  }
}

async function holds(stream: Readable, wanted: Buffer): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const seen = Buffer.concat([rest, chunk]);
    if (seen.includes(wanted)) return true;
    rest = seen.subarray(Math.max(0, seen.length - wanted.length + 1));
  }
  return false;
}

/** Tells whether a stream is UTF-8 or GB18030 without the characters that only programs write. */
async function isText(stream: Readable): Promise<boolean> {
  let possible = ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding, { fatal: true }));
  const still = (use: (decoder: TextDecoder) => unknown): TextDecoder[] =>
    possible.filter((decoder) => decodes(() => use(decoder)));
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (chunk.includes(0)) return false;
    possible = still((decoder) => decoder.decode(chunk, { stream: true }));
    if (possible.length === 0) return false;
  }
  return still((decoder) => decoder.decode()).length > 0;
}

function decodes(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}
