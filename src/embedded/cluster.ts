import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { StartError } from '../start-error.js';
import { exists } from './binaries.js';
import type { Placement } from './placement.js';
import type { OsUser } from './run.js';
import { run } from './run.js';

export const SUPERUSER = 'postgres';

export interface ServerSettings {
  /** False only in tests: a power failure may then destroy the data. */
  readonly durable: boolean;
  readonly maxConnections: number;
}

const UNFINISHED = '.new-';
const ABANDONED_AFTER_MS = 10 * 60_000;

const dataOf = (folder: string) => path.join(folder, 'data');
const passwordOf = (folder: string) => path.join(folder, 'password');

/**
 * Makes the server's folder unless it exists. The folder is renamed when it is complete, so an interrupted start leaves
 * nothing half-made.
 */
export async function initialise({ folder, binaries, user }: Placement, durable: boolean): Promise<void> {
  if (await exists(folder)) return checkExisting(folder, binaries.release, user);
  await clearAbandoned(folder);
  const unfinished = await fs.mkdtemp(`${folder}${UNFINISHED}`);
  try {
    await fs.mkdir(dataOf(unfinished), { mode: 0o700 });
    await fs.writeFile(passwordOf(unfinished), randomBytes(24).toString('base64url'), { mode: 0o600 });
    await giveTo(user, unfinished);
    await run(
      binaries.initdb,
      [
        '-D',
        dataOf(unfinished),
        '-U',
        SUPERUSER,
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordOf(unfinished)}`,
        '-E',
        'UTF8',
        '--locale=C',
        ...(durable ? [] : ['--no-sync']),
      ],
      user,
    );
    await fs.rename(unfinished, folder);
  } catch (cause) {
    await fs.rm(unfinished, { recursive: true, force: true });
    // With two first starts at once, the folder of the other one is as good as ours.
    if (await exists(folder)) return;
    throw new StartError(`内置 PostgreSQL 初始化失败：${(cause as Error).message}`, { cause });
  }
}

/** Removes what a killed start left. */
async function clearAbandoned(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  for (const name of await fs.readdir(parent)) {
    if (!name.startsWith(path.basename(folder) + UNFINISHED)) continue;
    const full = path.join(parent, name);
    const { mtimeMs } = await fs.stat(full);
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await fs.rm(full, { recursive: true, force: true });
  }
}

export async function readPassword(folder: string): Promise<string> {
  return (await fs.readFile(passwordOf(folder), 'utf8')).trim();
}

/** Starts the server on a free port of this machine's loopback, and returns the port. */
export async function startServer({ folder, binaries, user }: Placement, settings: ServerSettings): Promise<number> {
  const port = await freePort();
  const options = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    '-c unix_socket_directories=',
    `-c max_connections=${settings.maxConnections}`,
    '-c log_checkpoints=off',
    ...(settings.durable ? [] : ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off']),
  ];
  // pg_ctl gives the server a session of its own, so a Ctrl-C in the terminal does not reach it.
  await run(
    binaries.pgCtl,
    ['-D', dataOf(folder), '-w', '-t', '60', '-l', path.join(folder, 'server.log'), '-o', options.join(' '), 'start'],
    user,
  );
  return port;
}

export async function stopServer({ folder, binaries, user }: Placement, seconds: number): Promise<void> {
  await run(binaries.pgCtl, ['-D', dataOf(folder), '-w', '-t', `${seconds}`, '-m', 'fast', 'stop'], user);
}

/**
 * Stops the server and starts it again on the same port. `immediate` is a crash: nothing is written before it,
 * everything is recovered after it.
 */
export async function restartServer(
  { folder, binaries, user }: Placement,
  mode: 'fast' | 'immediate',
  seconds: number,
): Promise<void> {
  await run(
    binaries.pgCtl,
    ['-D', dataOf(folder), '-w', '-t', `${seconds}`, '-l', path.join(folder, 'server.log'), '-m', mode, 'restart'],
    user,
  );
}

/**
 * Returns the port of the server that runs on this folder, if one does. Removes the record of a server that does not
 * run.
 */
export async function runningPort(folder: string): Promise<number | undefined> {
  const file = path.join(dataOf(folder), 'postmaster.pid');
  if (!(await exists(file))) return undefined;
  const lines = (await fs.readFile(file, 'utf8')).split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (Number.isInteger(pid) && pid > 0 && (await isServerOf(pid, folder))) return port > 0 ? port : undefined;
  // After a reboot the number may belong to another program. Then PostgreSQL would refuse to start.
  await fs.rm(file, { force: true });
  return undefined;
}

async function isServerOf(pid: number, folder: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const command = await commandOf(pid);
  return command === undefined || command.includes(dataOf(folder));
}

async function commandOf(pid: number): Promise<string | undefined> {
  try {
    return process.platform === 'linux'
      ? await fs.readFile(`/proc/${pid}/cmdline`, 'utf8')
      : await run('ps', ['-o', 'args=', '-p', `${pid}`]);
  } catch {
    return undefined;
  }
}

async function checkExisting(folder: string, release: string, user: OsUser | undefined): Promise<void> {
  const version = await fs.readFile(path.join(dataOf(folder), 'PG_VERSION'), 'utf8').catch((cause: unknown) => {
    throw new StartError(`${folder} 里的数据库不完整或当前用户无权读取，请检查，或换一个 DATA_DIR。`, { cause });
  });
  if (version.trim() !== release.split('.')[0]) {
    throw new StartError(
      `${folder} 是 PostgreSQL ${version.trim()} 的数据，内置的是 ${release}。请先导出数据，或换一个 DATA_DIR。`,
    );
  }
  // A copy or a restored backup that root made belongs to root.
  if (user && (await fs.stat(dataOf(folder))).uid === 0) await giveTo(user, folder);
}

async function giveTo(user: OsUser | undefined, folder: string): Promise<void> {
  if (!user) return;
  await fs.lchown(folder, user.uid, user.gid);
  for (const item of await fs.readdir(folder, { recursive: true, withFileTypes: true })) {
    await fs.lchown(path.join(item.parentPath, item.name), user.uid, user.gid);
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
