import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Seam } from './guard.js';

/**
 * Makes a copy of the built program with some exports replaced.
 * @throws if there is no such export
 */
export async function sabotaged(root: string, seams: readonly Seam[]): Promise<string> {
  for (const seam of seams) await refuseUnknown(root, seam);
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-sabotage-'));
  for (const part of ['src', 'machines'])
    await fs.cp(path.join(root, 'dist', part), path.join(folder, 'dist', part), { recursive: true });
  await fs.copyFile(path.join(root, 'dist', 'clauses.json'), path.join(folder, 'dist', 'clauses.json'));
  await fs.copyFile(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  await fs.symlink(await fs.realpath(path.join(root, 'node_modules')), path.join(folder, 'node_modules'));
  for (const module of new Set(seams.map((seam) => seam.module))) {
    const file = path.join(folder, 'dist', module);
    const original = file.replace(/\.js$/, '.original.js');
    const ours = seams.filter((seam) => seam.module === module);
    await fs.rename(file, original);
    await fs.writeFile(file, replaced(path.basename(original), ours));
  }
  return folder;
}

/** The own exports of a module come before what it exports of another one. */
const replaced = (original: string, seams: readonly Seam[]): string =>
  [
    `import * as original from './${original}';`,
    `export * from './${original}';`,
    ...seams.map((seam) => `export const ${seam.export} = ${seam.becomes};`),
    '',
  ].join('\n');

async function refuseUnknown(root: string, { module, export: name }: Seam): Promise<void> {
  const exported = (await import(pathToFileURL(path.join(root, 'dist', module)).href)) as Record<string, unknown>;
  if (!Object.hasOwn(exported, name)) throw new Error(`${module} exports no ${name}: the guard has moved`);
}
