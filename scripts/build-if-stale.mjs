// Compiles only when a source changed since the last build: tsc takes seconds even when it has nothing to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = path.join(root, 'dist', '.build-stamp');
const entry = path.join(root, 'dist', 'src', 'main.js');

function sources() {
  const files = ['tsconfig.json', 'tsconfig.build.json', 'package.json'];
  for (const folder of ['src', 'machines', 'demo', 'chaos']) {
    for (const item of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (item.isFile() && item.name.endsWith('.ts') && !item.name.endsWith('.spec.ts')) {
        files.push(path.relative(root, path.join(item.parentPath ?? item.path, item.name)));
      }
    }
  }
  return files.sort();
}

function stamp() {
  const hash = createHash('sha256');
  for (const file of sources()) {
    const { mtimeMs, size } = statSync(path.join(root, file));
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

function compiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch {
    return undefined;
  }
}

/** @returns {number} the exit code of the compiler, 0 when there was nothing to do */
export function buildIfStale() {
  const wanted = stamp();
  const built = existsSync(entry) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;
  if (built) return 0;

  const tsc = compiler();
  if (!tsc) {
    // An image or a production install carries the compiled program and no compiler.
    if (existsSync(entry)) return 0;
    console.error('没有可运行的程序，也没有安装 TypeScript：请先运行 npm ci --include=dev。');
    return 1;
  }
  // The incremental record would make tsc skip files whose output somebody deleted.
  if (!existsSync(entry)) rmSync(path.join(root, 'dist', '.tsbuildinfo'), { force: true });
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) return status ?? 1;
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
  return 0;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  process.exitCode = buildIfStale();
}
