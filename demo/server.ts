import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { promises as fs } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeData } from '#src/embedded/remove.js';

const READY_WITHIN_MS = 60_000;
const MOST_RESTARTS = 20;

export interface OwnServer {
  readonly url: string;
  /** The id of the process that runs now. A restart changes it. */
  readonly pid: number | undefined;
  readonly restarts: number;
  stop(): Promise<void>;
}

export interface OwnServerOptions {
  /** The folder in which the program was built. */
  root: string;
  clockStart: string;
  /** Without it the data lie in a temporary folder and are removed with the server. */
  dataDir?: string | undefined;
  say: (line: string) => void;
}

/**
 * Starts the real program in a process of its own. If it dies it is started again, on the same data and the same port.
 */
export async function startOwnServer({ root, clockStart, dataDir, say }: OwnServerOptions): Promise<OwnServer> {
  const folder = dataDir ?? (await temporaryFolder());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    CLOCK: 'simulated',
    CLOCK_START: clockStart,
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'error',
    ROLE: 'all',
  };
  // The demonstration must not use a database that the shell knows.
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'DEMO_DIRECTORY'] as const) delete (env as NodeJS.ProcessEnv)[name];
  let child: ChildProcess;
  let up = false;
  let stopping = false;
  let restarts = 0;

  const launch = (): void => {
    child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist', 'src', 'main.js')], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('exit', (code, signal) => {
      if (!up || stopping || restarts >= MOST_RESTARTS) return;
      restarts++;
      say(`服务进程意外结束(${signal ?? `退出码 ${code}`}),在同一份数据和端口 ${port} 上重新启动。`);
      launch();
    });
  };
  launch();

  const stop = async (): Promise<void> => {
    if (!stopping) {
      stopping = true;
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
    }
    if (dataDir === undefined) await removeData(folder);
  };

  try {
    await ready(url, () => child.exitCode === null && child.signalCode === null);
    up = true;
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    get pid() {
      return child.pid;
    },
    get restarts() {
      return restarts;
    },
    stop,
  };
}

async function ready(url: string, alive: () => boolean): Promise<void> {
  for (const since = performance.now(); alive() && performance.now() - since < READY_WITHIN_MS; await sleep(100)) {
    const response = await fetch(`${url}/health/ready`).catch(() => null);
    if (response?.ok) return;
  }
  throw new Error(alive() ? `服务在 ${READY_WITHIN_MS / 1000} 秒内没有准备好。` : '服务没有启动成功。');
}

/** Makes a folder that the user of PostgreSQL can enter if we are root. */
async function temporaryFolder(): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-demo-'));
  await fs.chmod(folder, 0o755);
  return folder;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
