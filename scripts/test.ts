// Runs Jest and says on the last line, alone: `N passed, N failed`. `npm test -- machines` takes a folder or a file of
// this repository; other arguments go to Jest unchanged.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const args = process.argv.slice(2);
interface Run {
  /** Which specs of the projects run, as scripts/specs.cjs selects them. By default all. */
  specs?: 'quick' | 'deep' | 'usual';
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

const runs: Readonly<Record<string, Run>> = {
  '--external': { args: ['--config', 'jest.external.config.mjs'] },
  '--law': { specs: 'quick', args: ['--selectProjects=machines'] },
  '--deep': { specs: 'deep', env: { DEPTH: 'deep' } },
};
const external = args[0] === '--external';
const {
  specs,
  args: own = [],
  env = {},
}: Run = (Object.hasOwn(runs, args[0] ?? '') && runs[args.shift()!]) || (args.length === 0 ? { specs: 'usual' } : {});

if (external && !(process.env.DATABASE_URL && process.env.REDIS_URL)) {
  console.error('test:external 需要环境变量 DATABASE_URL 和 REDIS_URL。');
  console.log('0 passed, 1 failed');
  process.exit(1);
}

// Jest would match a bare word anywhere in the path, even in the name of the clone's folder.
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const chosen = args.map((arg) =>
  !arg.startsWith('-') && existsSync(path.join(root, arg)) ? `./${escaped(path.normalize(arg))}` : arg,
);

const folder = mkdtempSync(path.join(os.tmpdir(), 'bihuan-counts-'));
const counts = path.join(folder, 'counts.json');
const run = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    jest,
    // The files come first: `--selectProjects` takes everything that follows it for names of projects.
    ...chosen,
    ...own,
    ...(specs ? ['--filter', path.join(root, 'scripts', 'specs.cjs')] : []),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env, NODE_ENV: 'test', BIHUAN_TEST_COUNTS: counts, ...(specs ? { SPECS: specs } : {}) },
  },
);

const counted = existsSync(counts)
  ? (JSON.parse(readFileSync(counts, 'utf8')) as { passed: number; failed: number })
  : { passed: 0, failed: 0 };
const { passed } = counted;
let { failed } = counted;
rmSync(folder, { recursive: true, force: true });
if (run.status !== 0 && failed === 0) {
  console.log(passed === 0 ? '没有测试跑完。' : `Jest 以退出码 ${run.status ?? run.signal} 结束，虽然没有测试失败。`);
  failed = 1;
}
if (passed + failed === 0) {
  console.log('没有找到任何测试。');
  failed = 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
