// Builds what production runs, dist/, if a source has changed since the last time: `npm run build`, and before `npm
// start`. It is JavaScript because a production install has the built program and no compiler. It keeps a stamp of its
// own because `tsc -b` takes over a second to find nothing to do and this takes a fifth of one, and because tsc knows
// neither dist/clauses.json nor the examples it is made from.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const stampFile = path.join(dist, '.build-stamp');
const products = ['src/main.js', 'clauses.json'].map((file) => path.join(dist, file));
const complete = () => products.every((file) => existsSync(file));

function sources() {
  const files = ['tsconfig.json', 'tsconfig.build.json', 'package.json', 'scripts/build.mjs', 'scripts/clauses.ts'];
  for (const folder of ['src', 'machines']) {
    for (const item of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (item.isFile() && item.name.endsWith('.ts') && !item.name.endsWith('.spec.ts')) {
        files.push(path.relative(root, path.join(item.parentPath, item.name)));
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

const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

/** @returns {number} an exit code; 0 when there was nothing to do */
function build() {
  const tsc = compiler();
  if (!tsc && complete()) return 0;
  if (!tsc) {
    console.error('没有可运行的程序，也没有安装 TypeScript：请先运行 npm ci --include=dev。');
    return 1;
  }
  const wanted = stamp();
  if (complete() && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return 0;

  // With the incremental record, tsc would skip files whose output somebody deleted.
  if (!existsSync(products[0])) rmSync(path.join(dist, '.tsbuildinfo'), { force: true });
  const status =
    node(tsc, '-p', 'tsconfig.build.json') ||
    node('--conditions=bihuan-sources', '--import', 'tsx', 'scripts/clauses.ts');
  if (status !== 0) return status;
  mkdirSync(dist, { recursive: true });
  writeFileSync(stampFile, wanted);
  return 0;
}

process.exitCode = build();
