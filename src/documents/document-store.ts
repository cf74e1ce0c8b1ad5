import type { Readable } from 'node:stream';
import type { Bytes } from '../files/zip-directory.js';

export interface Stored {
  key: string;
  /** Lower-case hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** Keeps the contents of documents. A content with a key is complete and on disk. */
export interface DocumentStore {
  /** @throws what the stream throws; nothing is left of it then. */
  put(content: Readable): Promise<Stored>;
  /** @throws when there is nothing under the key. */
  open(key: string): Promise<Readable>;
  /** Lets a part of a content be read, in any order. @throws as `open` does. */
  peek<T>(key: string, look: (bytes: Bytes) => Promise<T>): Promise<T>;
  /** Writes something and removes it again. @throws what the disk refuses it with. */
  probe(): Promise<void>;
  /** Removes a content to which no document refers. A key without content is no error. */
  remove(key: string): Promise<void>;
}

/** Nest injection token of the DocumentStore. */
export const DOCUMENT_STORE = Symbol('DOCUMENT_STORE');
