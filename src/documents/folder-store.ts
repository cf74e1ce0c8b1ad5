import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Bytes } from '../files/zip-directory.js';
import type { DocumentStore, Stored } from './document-store.js';

const UNFINISHED = 'unfinished';
/** No upload lasts that long. An older file was left by a process that died. */
const LEFT_BEHIND_MS = 24 * 3_600_000;
/** No file system keeps that much beside the name of a file. */
const PROBE = Buffer.alloc(4_096, 'x');
const KEY = /^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f-]{36}$/;

/** Keeps documents as files of one folder with 65,536 sub-folders, so that no folder grows too large to list. */
export class FolderStore implements DocumentStore {
  constructor(private readonly folder: string) {}

  /** Makes the folder and removes the half-written files of dead processes. Call it once at the start. */
  async prepare(): Promise<void> {
    const unfinished = path.join(this.folder, UNFINISHED);
    await mkdir(unfinished, { recursive: true });
    const now = await timeOf(unfinished);
    for (const name of await readdir(unfinished)) {
      const file = path.join(unfinished, name);
      const known = await stat(file).catch(orNull);
      if (known && now - known.mtimeMs > LEFT_BEHIND_MS) await rm(file, { force: true });
    }
  }

  async probe(): Promise<void> {
    const file = path.join(this.folder, UNFINISHED, `probe-${randomUUID()}`);
    try {
      await write(Readable.from([PROBE]), file);
    } finally {
      await rm(file, { force: true });
    }
  }

  async put(content: Readable): Promise<Stored> {
    const id = randomUUID();
    const key = `${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`;
    const draft = path.join(this.folder, UNFINISHED, id);
    const final = path.join(this.folder, key);
    try {
      const written = await write(content, draft);
      await mkdir(path.dirname(final), { recursive: true });
      await rename(draft, final);
      await sync(path.dirname(final));
      return { key, ...written };
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async open(key: string): Promise<Readable> {
    const file = await open(this.fileOf(key), 'r');
    return file.createReadStream();
  }

  async peek<T>(key: string, look: (bytes: Bytes) => Promise<T>): Promise<T> {
    const file = await open(this.fileOf(key), 'r');
    try {
      const { size } = await file.stat();
      return await look({
        size,
        async read(offset, length) {
          const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
          const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
          return buffer.subarray(0, bytesRead);
        },
      });
    } finally {
      await file.close();
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.fileOf(key), { force: true });
  }

  private fileOf(key: string): string {
    if (!KEY.test(key)) throw new Error(`not a key of this store: ${key}`);
    return path.join(this.folder, key);
  }
}

/** Returns the present time of the disk: a process with a wrong clock must not take another's upload for an old one. */
async function timeOf(folder: string): Promise<number> {
  const probe = path.join(folder, randomUUID());
  await writeFile(probe, '');
  const { mtimeMs } = await stat(probe);
  await rm(probe);
  return mtimeMs;
}

async function write(content: Readable, file: string): Promise<Pick<Stored, 'sha256' | 'size'>> {
  const hash = createHash('sha256');
  let size = 0;
  const target = await open(file, 'wx', 0o640);
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
      await target.writeFile(chunk);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** Writes the folder to disk. Only then does a renamed file survive a power cut. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const orNull = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};
