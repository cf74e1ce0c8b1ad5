import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { FolderStore } from './folder-store.js';

let folder: string;
let store: FolderStore;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-store-'));
  store = new FolderStore(folder);
  await store.prepare();
});
afterEach(() => fs.rm(folder, { recursive: true, force: true }));

const files = async (): Promise<string[]> =>
  (await fs.readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).map((e) => e.name);

const text = async (key: string): Promise<string> => Buffer.concat(await (await store.open(key)).toArray()).toString();

describe('the folder of documents', () => {
  it('gives back what it was given, with its fingerprint and size', async () => {
    const stored = await store.put(Readable.from([Buffer.from('合'), Buffer.from('同')]));
    expect(stored).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f-]{36}$/),
      sha256: createHash('sha256').update('合同').digest('hex'),
      size: 6,
    });
    expect(await text(stored.key)).toBe('合同');
  });

  it('keeps the same content twice: removing one copy leaves the other', async () => {
    const [one, two] = await Promise.all([
      store.put(Readable.from([Buffer.from('x')])),
      store.put(Readable.from([Buffer.from('x')])),
    ]);
    await store.remove(one.key);
    await expect(store.open(one.key)).rejects.toThrow('ENOENT');
    expect(await text(two.key)).toBe('x');
    await store.remove(one.key);
  });

  it('keeps nothing of an aborted stream', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('gone');
      })(),
    );
    await expect(store.put(broken)).rejects.toThrow('gone');
    expect(await files()).toEqual([]);
  });

  it('removes at the start what a dead process left half-written, and nothing that may still be arriving', async () => {
    const { key } = await store.put(Readable.from([Buffer.from('whole')]));
    await fs.writeFile(path.join(folder, 'unfinished', 'old'), 'half');
    await fs.writeFile(path.join(folder, 'unfinished', 'new'), 'half');
    const twoDaysAgo = new Date(Date.now() - 48 * 3_600_000);
    await fs.utimes(path.join(folder, 'unfinished', 'old'), twoDaysAgo, twoDaysAgo);
    await store.prepare();
    expect((await files()).sort()).toEqual([path.basename(key), 'new'].sort());
  });

  it('removes nothing that is still arriving if the clock of the starting process is days ahead', async () => {
    await fs.writeFile(path.join(folder, 'unfinished', 'new'), 'half');
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 10 * 24 * 3_600_000);
    try {
      await store.prepare();
    } finally {
      clock.mockRestore();
    }
    expect(await files()).toContain('new');
  });

  it.each(['../secret', '/etc/passwd', 'ab/cd/../../../secret', ''])(
    'accepts no key that is not its own: "%s"',
    async (key) => {
      await expect(store.open(key)).rejects.toThrow('not a key');
      await expect(store.remove(key)).rejects.toThrow('not a key');
    },
  );
});
