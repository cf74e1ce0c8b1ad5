import { spawn } from 'node:child_process';
import path from 'node:path';

/** A user of the operating system other than the present one. `undefined` means the present one. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

export class CommandFailed extends Error {}

/** The root folder. Every user of the operating system can stand in it. */
const ANYWHERE = path.parse(process.execPath).root;

/**
 * Runs a program in a session of its own, so that a Ctrl-C in the terminal never reaches it. The environment is empty,
 * so that no PG* variable or locale of the caller changes what it does.
 */
export function run(command: string, args: readonly string[], as?: OsUser): Promise<string> {
  return new Promise((resolve, reject) => {
    const windows = process.platform === 'win32';
    const child = spawn(command, args, {
      cwd: ANYWHERE,
      detached: !windows,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(windows
        ? {}
        : { env: { LC_ALL: 'C', PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' } }),
      ...(as ? { uid: as.uid, gid: as.gid } : {}),
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('error', (error) => reject(new CommandFailed(`${path.basename(command)}: ${error.message}`)));
    child.once('close', (code, signal) => {
      if (code === 0) resolve(out);
      else
        reject(
          new CommandFailed(`${path.basename(command)}: ${lastLine(err) || lastLine(out) || `${code ?? signal}`}`),
        );
    });
  });
}

export async function succeeds(command: string, args: readonly string[], as?: OsUser): Promise<boolean> {
  return run(command, args, as).then(
    () => true,
    () => false,
  );
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
