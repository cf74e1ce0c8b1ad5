import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt, TYPESCRIPT } from '../support/spawn-program.js';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const SMALL = ['--minutes', '0.6', '--cases', '180', '--days', '1', '--every', '5', '--workers', '2'];

beforeAll(ensureBuilt, 120_000);

/**
 * A small version of `npm run chaos` (docs/chaos.md), with a new seed each time. The first line of its output has the
 * seed.
 */
describe('load and faults together', () => {
  it.each(['redis', 'postgres'])(
    'on %s: nothing is lost, nothing happens twice',
    async (backend) => {
      const { code, output } = await new Promise<{ code: number; output: string }>((resolve) => {
        execFile(
          process.execPath,
          [...TYPESCRIPT, 'chaos/main.ts', '--backend', backend, ...SMALL],
          { cwd: ROOT, timeout: 240_000 },
          (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
        );
      });
      process.stdout.write(output);
      expect(output).toContain('0 lost, 0 doubled, 0 wrong');
      expect(code).toBe(0);
    },
    270_000,
  );
});
