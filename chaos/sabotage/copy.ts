import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Edit } from './guard.js';

/** A copy of the built program with some of its text replaced. @throws when a text does not stand there exactly once */
export async function sabotaged(root: string, edits: readonly Edit[]): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-sabotage-'));
  for (const part of ['src', 'machines'])
    await fs.cp(path.join(root, 'dist', part), path.join(folder, 'dist', part), { recursive: true });
  await fs.copyFile(path.join(root, 'dist', 'clauses.json'), path.join(folder, 'dist', 'clauses.json'));
  await fs.copyFile(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  await fs.symlink(await fs.realpath(path.join(root, 'node_modules')), path.join(folder, 'node_modules'));
  for (const { file, from, to } of edits) {
    const full = path.join(folder, 'dist', file);
    const text = await fs.readFile(full, 'utf8');
    const found = text.split(from).length - 1;
    if (found !== 1) throw new Error(`${file} holds this ${found} times, not once: ${from}`);
    await fs.writeFile(
      full,
      text.replace(from, () => to),
    );
  }
  return folder;
}
