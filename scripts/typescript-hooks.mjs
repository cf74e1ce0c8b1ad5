// Lets node import this repository's TypeScript as it stands, for the few programs that run outside Jest and before a build:
//   node --import ./scripts/typescript.mjs bench/something.ts
import { transform } from '@swc/core';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export async function resolve(specifier, context, next) {
  const mapped = /^#(machines|src)\/(.*)\.js$/.exec(specifier);
  if (mapped) return next(pathToFileURL(path.join(root, mapped[1], `${mapped[2]}.ts`)).href, context);
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
    return next(specifier.replace(/\.js$/, '.ts'), context);
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { filename, cwd: root, sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
