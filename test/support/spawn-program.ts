import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Node's arguments before a TypeScript file of this repository. */
export const TYPESCRIPT = ['--conditions=bihuan-sources', '--import', 'tsx'];

/** Builds the program, because the built one may be older than the sources under test. */
export function ensureBuilt(): void {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The program does not compile:\n${stdout}`);
}

export interface Program {
  readonly child: ChildProcess;
  /** What it has written so far. */
  readonly stdout: string;
  readonly stderr: string;
  /** Resolves to the first line that matches, or fails with what was written instead. */
  line(pattern: RegExp, withinMs?: number): Promise<string>;
  /** Resolves to the exit code, or to the signal that ended it. */
  ended(withinMs?: number): Promise<number | string>;
}

export type Environment = Readonly<Record<string, string>>;

/** Starts the real program as `npm start` does, with no other environment than the given one. */
export function spawnProgram(env: Environment, entry = path.join(ROOT, 'dist', 'src', 'main.js')): Program {
  const child = spawn(process.execPath, ['--enable-source-maps', entry], {
    cwd: path.resolve(path.dirname(entry), '..', '..'),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  return {
    child,
    get stdout() {
      return stdout;
    },
    get stderr() {
      return stderr;
    },
    async line(pattern, withinMs = 60_000) {
      const deadline = Date.now() + withinMs;
      for (;;) {
        const found = stdout.split('\n').find((line) => pattern.test(line));
        if (found) return found;
        if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
          throw new Error(`No line ${pattern}; exit ${child.exitCode ?? child.signalCode}\n${stdout}\n${stderr}`);
        }
        await new Promise((resolve) => {
          setTimeout(resolve, 50);
        });
      }
    },
    async ended(withinMs = 30_000) {
      let late: NodeJS.Timeout | undefined;
      const tooLate = new Promise<never>((_, reject) => {
        late = setTimeout(
          () => reject(new Error(`Still running after ${withinMs} ms\n${stdout}\n${stderr}`)),
          withinMs,
        );
      });
      const [code, signal] = await Promise.race([closed, tooLate]).finally(() => clearTimeout(late));
      return code ?? signal ?? 'unknown';
    },
  };
}
