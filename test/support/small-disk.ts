import { execFile } from 'node:child_process';
import { chmod, mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MEGABYTE = Buffer.alloc(1024 * 1024, 'x');

/** A file system of its own that can be filled. */
export interface SmallDisk {
  readonly folder: string;
  fill(): Promise<void>;
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** Returns the reason instead where nobody may mount one: that takes the superuser of a Linux, not of every container. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bihuan-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
  } catch (error) {
    await rm(folder, { recursive: true });
    return (error as Error).message;
  }
  await chmod(folder, 0o755);
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    async fill() {
      const file = await open(ballast, 'w');
      try {
        for (let bytes = MEGABYTE; bytes.length > 0;) {
          const full = await file.write(bytes).then(
            ({ bytesWritten }) => bytesWritten < bytes.length,
            (error: NodeJS.ErrnoException) => {
              if (error.code === 'ENOSPC') return true;
              throw error;
            },
          );
          // A smaller piece may still fit.
          if (full) bytes = bytes.subarray(0, Math.floor(bytes.length / 2));
        }
      } finally {
        await file.close();
      }
    },
    free: () => rm(ballast, { force: true }),
    async remove() {
      await run('umount', ['-l', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
