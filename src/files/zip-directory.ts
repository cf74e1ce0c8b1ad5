import { UnreadableFile } from './unreadable-file.js';

/** Bytes that can be read in any order, all of a file's or a part. */
export interface Bytes {
  readonly size: number;
  /** Returns fewer bytes only at the end. */
  read(offset: number, length: number): Promise<Buffer>;
}

/** What the directory of a zip says of one of its files. Its sizes may be wrong. */
export interface ZipEntry {
  readonly name: string;
  /** 0 for stored, 8 for deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Bytes in the zip. */
  readonly packed: number;
  /** Bytes when unpacked, as the directory says. */
  readonly size: number;
  /** Where the file's own header begins, in bytes from the beginning of the zip. */
  readonly offset: number;
}

/** A directory with more entries, or a longer one, belongs to no paper. */
const MOST_ENTRIES = 20_000;
const MOST_DIRECTORY_BYTES = 4 * 1024 * 1024;

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const ENCRYPTED = 1;

/** The file is no zip at all, or its end is missing. */
export class NoZip extends UnreadableFile {
  constructor() {
    super('文件不是压缩包，或者已损坏。');
  }
}

/**
 * Reads the directory at the end of a zip, and nothing of what is packed: a few kilobytes of the largest file. Bytes
 * before the zip are passed over, as unpacking programs do.
 * @throws NoZip, or UnreadableFile when there is too much of it.
 */
export async function zipDirectory(bytes: Bytes, mostEntries = MOST_ENTRIES): Promise<ZipEntry[]> {
  const tailAt = Math.max(0, bytes.size - END_BYTES - LONGEST_COMMENT);
  const tail = await bytes.read(tailAt, END_BYTES + LONGEST_COMMENT);
  const endAt = endIn(tail);
  if (endAt === -1) throw new NoZip();
  const count = tail.readUInt16LE(endAt + 10);
  const length = tail.readUInt32LE(endAt + 12);
  const said = tail.readUInt32LE(endAt + 16);
  const start = tailAt + endAt - length;
  if (count > mostEntries || length > MOST_DIRECTORY_BYTES)
    throw new UnreadableFile(`压缩包里的文件太多，最多${mostEntries}个。`);
  if (start < said) throw new NoZip();
  const entries = entriesIn(await bytes.read(start, length), start - said);
  if (entries.length !== count) throw new NoZip();
  return entries;
}

/** Returns where the record at the end begins: the last one whose comment reaches exactly to the end. */
function endIn(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--)
    if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length) return at;
  return -1;
}

function entriesIn(directory: Buffer, before: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length;) {
    if (directory.readUInt32LE(at) !== ENTRY) break;
    const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
    if (nameEnd > directory.length) break;
    entries.push({
      name: directory.toString('utf8', at + ENTRY_BYTES, nameEnd),
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: before + directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Bytes that are in memory. */
export const inMemory = (buffer: Buffer): Bytes => ({
  size: buffer.length,
  read: async (offset, length) => buffer.subarray(offset, offset + length),
});
