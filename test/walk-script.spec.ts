import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { startApp, type RunningApp } from './support/start-app.js';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const walk = read('docs/walk.sh');

/** The walk needs curl, which a bare machine may lack, and a process for each of its lines. */
const equipped = (): boolean => spawnSync('bash', ['-c', 'command -v curl']).status === 0;
const describeDeep = depthFrom(process.env.DEPTH).deep && equipped() ? describe : describe.skip;

function bash(script: string, url: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn('bash', ['-s'], { env: { PATH: process.env.PATH, HOME: process.env.HOME, BIHUAN_URL: url } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(script);
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

describeDeep('the walk to which README.md leads', () => {
  let app: RunningApp;

  beforeEach(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2025-01-06' });
  }, 30_000);
  afterEach(() => app.close());

  it('runs to its end, every wrong step refused with its clause', async () => {
    const { code, stdout, stderr } = await bash(walk, app.url);
    expect([code, stderr]).toEqual([0, '']);
    const cited = [...stdout.matchAll(/被拒绝，依据(\S+?):/g)].map(([, clause]) => clause);
    expect(cited).toEqual(['二(一)4', '二(一)3', '二(二)4', '二(二)4', '二(四)4', '二(四)2']);
    expect(stdout).toMatch(/「作出竣工验收结论」→ 待移交档案/);
  }, 120_000);

  it('fails when a clause is not the expected one', async () => {
    const { code, stderr } = await bash(walk.replace("refused '二(一)4'", "refused '二(一)3'"), app.url);
    expect([code, stderr]).toEqual([1, expect.stringContaining('应依据二(一)3拒绝')]);
  }, 60_000);
});
