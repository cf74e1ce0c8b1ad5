import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StartError } from '../start-error.js';
import { completeLinks, copyBinaries, exists, installedBinaries, usable, type Binaries } from './binaries.js';
import { canEnter, ownerOf, postgresUser } from './os-user.js';
import type { OsUser } from './run.js';

/** Where the server keeps its data, its binaries, and its user. */
export interface Placement {
  /** The folder of the data, the password and the log of one server. It exists only when it is complete. */
  readonly folder: string;
  readonly binaries: Binaries;
  /** `undefined` means the present user. */
  readonly user: OsUser | undefined;
}

const FOLDER = 'pg';
/** The file in the data folder that names the place of the data, if they had to go elsewhere. */
const POINTER = 'pg-location';

/**
 * Chooses the place. Everything stays in the data folder if it can. If root's clone lies where only root may enter (a
 * 0700 home or a CI's temporary folder), the data and a copy of the binaries go to where the other user can enter.
 */
export async function place(dataDir: string): Promise<Placement> {
  await makeDataDir(dataDir);
  const elsewhere = await readPointer(dataDir);
  const folder = path.join(elsewhere ?? dataDir, FOLDER);
  const owner = (await exists(folder)) ? await ownerOf(folder) : undefined;
  const user = owner ?? (await postgresUser());
  const binaries = await reachableBinaries(user);
  if (await canEnter(path.dirname(folder), user)) return { folder, binaries, user };
  if (await exists(folder)) {
    throw new StartError(
      `数据库已在 ${folder}，但运行它的系统用户进不去这个文件夹。请恢复上级文件夹的权限（chmod o+x），或把数据移到别处并设置 DATA_DIR。`,
    );
  }
  return { folder: path.join(await moveOut(dataDir, user), FOLDER), binaries, user };
}

async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await fs.mkdir(dataDir, { recursive: true });
    await fs.access(dataDir, fs.constants.W_OK);
  } catch (cause) {
    throw new StartError(`数据文件夹 ${dataDir} 不能创建或不能写入，请检查 DATA_DIR 和权限。`, { cause });
  }
}

async function readPointer(dataDir: string): Promise<string | undefined> {
  const file = path.join(dataDir, POINTER);
  return (await exists(file)) ? (await fs.readFile(file, 'utf8')).trim() : undefined;
}

/** Makes a new folder outside. A data folder that was deleted and made again must not find the old data. */
async function moveOut(dataDir: string, user: OsUser | undefined): Promise<string> {
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const home = await fs.mkdtemp(path.join(await sharedBase(user), `${key}-`));
  await fs.chmod(home, 0o755);
  try {
    await fs.writeFile(path.join(dataDir, POINTER), `${home}\n`, { flag: 'wx' });
    return home;
  } catch (error) {
    await fs.rm(home, { recursive: true, force: true });
    const chosen = await readPointer(dataDir);
    if (!chosen) throw error;
    return chosen;
  }
}

async function reachableBinaries(user: OsUser | undefined): Promise<Binaries> {
  const installed = await installedBinaries();
  await completeLinks(installed);
  if (await usable(installed, user)) return installed;
  if (user) {
    const copy = await copyBinaries(installed, await sharedBase(user));
    if (await usable(copy, user)) return copy;
  }
  throw new StartError('内置 PostgreSQL 在本机无法运行。请安装 PostgreSQL 15 以上并设置 DATABASE_URL。');
}

/** Makes a folder that the other user can enter and only we can write, so that nobody can replace the binaries. */
async function sharedBase(user: OsUser | undefined): Promise<string> {
  for (const parent of ['/var/lib', '/var/tmp', '/tmp', os.tmpdir()]) {
    const base = path.join(parent, 'bihuan');
    try {
      await fs.mkdir(base, { mode: 0o755 });
      await fs.chmod(base, 0o755);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') continue;
    }
    if ((await isOursAlone(base)) && (await canEnter(base, user))) return base;
  }
  throw new StartError(
    '找不到运行内置 PostgreSQL 的系统用户能进入的文件夹。请把程序放到它能进入的地方，或设置 DATABASE_URL。',
  );
}

async function isOursAlone(folder: string): Promise<boolean> {
  const stat = await fs.lstat(folder);
  return stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
}
