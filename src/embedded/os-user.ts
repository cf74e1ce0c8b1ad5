import { promises as fs } from 'node:fs';
import { StartError } from '../start-error.js';
import { run, succeeds, type OsUser } from './run.js';

const OWN = 'bihuan-postgres';
/** A user for a root that may not add users, as in a read-only container. */
const ALWAYS_THERE = 'nobody';

/** Returns the user for PostgreSQL, which refuses to run as root. Under root it runs as a system user made for it. */
export async function postgresUser(): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const user = (await lookUp(OWN)) ?? (await add(OWN)) ?? (await lookUp(ALWAYS_THERE));
  if (!user)
    throw new StartError(
      '以 root 运行时内置 PostgreSQL 需要另一个系统用户，但无法创建。请改用普通用户运行，或设置 DATABASE_URL。',
    );
  if (!(await succeeds('/bin/sh', ['-c', 'exit 0'], user))) {
    throw new StartError(
      '当前的 root 不能切换到其他系统用户，内置 PostgreSQL 无法运行。请改用普通用户运行，或设置 DATABASE_URL。',
    );
  }
  return user;
}

/**
 * Returns the owner of existing data. The owner serves them, so that a start as root changes nothing for a later start
 * without it.
 */
export async function ownerOf(folder: string): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = await fs.stat(folder);
  return uid === 0 ? undefined : { uid, gid };
}

/** Tells whether this user can enter a folder. It asks the system, because permissions, ACLs and mounts all matter. */
export async function canEnter(folder: string, user: OsUser | undefined): Promise<boolean> {
  return user === undefined || succeeds('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], user);
}

async function lookUp(name: string): Promise<OsUser | undefined> {
  try {
    return { uid: Number(await run('id', ['-u', name])), gid: Number(await run('id', ['-g', name])) };
  } catch {
    return undefined;
  }
}

async function add(name: string): Promise<OsUser | undefined> {
  // A second start at the same moment may hold the password file or have added the user already. In both cases we ask
  // again.
  await succeeds('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ]);
  return lookUp(name);
}
