import { crc32, inflateRawSync } from 'node:zlib';
import { UnreadableFile } from './unreadable-file.js';
import { inMemory, zipDirectory, type ZipEntry } from './zip-directory.js';

export interface UnpackLimits {
  readonly entries: number;
  /** Bytes of all wanted files together. */
  readonly unpacked: number;
}

const MEGABYTE = 1024 * 1024;
/** A large file that shrinks further than this holds nothing but repetition. */
const MOST_SHRUNK = 400;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const [STORED, DEFLATED] = [0, 8];

const damaged = (): UnreadableFile => new UnreadableFile('文件已损坏：压缩包的目录与内容不符。');
const tooLarge = ({ unpacked }: UnpackLimits): UnreadableFile =>
  new UnreadableFile(`文件解压后太大，最多${Math.floor(unpacked / MEGABYTE)}MB，请删去多余的内容后再上传。`);

/**
 * Unpacks the wanted files of a zip. The directory is judged first, because that costs nothing; what it says may be a
 * lie, so the unpacking itself stops at the limit, too.
 * @throws UnreadableFile
 */
export async function unpack(
  zip: Buffer,
  wanted: (name: string) => boolean,
  limits: UnpackLimits,
): Promise<Map<string, Buffer>> {
  const entries = (await zipDirectory(inMemory(zip), limits.entries)).filter(({ name }) => wanted(name));
  if (entries.reduce((sum, { size }) => sum + size, 0) > limits.unpacked) throw tooLarge(limits);
  if (entries.some(({ size, packed }) => size > MEGABYTE && size > packed * MOST_SHRUNK))
    throw new UnreadableFile('文件里大片都是重复的空白内容，请删去多余的行、列和格式后再上传。');
  const files = new Map<string, Buffer>();
  let left = limits.unpacked;
  for (const entry of entries) {
    if (files.has(entry.name)) throw damaged();
    const file = unpackOne(zip, entry, left, limits);
    left -= file.length;
    files.set(entry.name, file);
  }
  return files;
}

function unpackOne(zip: Buffer, entry: ZipEntry, left: number, limits: UnpackLimits): Buffer {
  if (entry.encrypted) throw new UnreadableFile('文件加了密码，请取消密码后再上传。');
  const header = zip.subarray(entry.offset, entry.offset + LOCAL_BYTES);
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL) throw damaged();
  const start = entry.offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = zip.subarray(start, start + entry.packed);
  const file = entry.method === STORED ? packed : inflated(packed, entry, left, limits);
  if (file.length !== entry.size) throw damaged();
  return file;
}

function inflated(packed: Buffer, { method }: ZipEntry, left: number, limits: UnpackLimits): Buffer {
  if (method !== DEFLATED) throw damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(limits) : damaged();
  }
}

/** Packs files without compressing them, with sizes that are true. */
export function pack(files: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, file] of files) {
    const path = Buffer.from(name);
    // The fields that a file's own header and its line of the directory share.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(file), 10);
    common.writeUInt32LE(file.length, 14);
    common.writeUInt32LE(file.length, 18);
    common.writeUInt16LE(path.length, 22);
    bodies.push(Buffer.from('PK\x03\x04'), common, path, file);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, where, path);
    offset += 4 + common.length + path.length + file.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listing, end]);
}
