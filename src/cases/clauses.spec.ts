import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Procedures } from '#machines/kit/law/procedures.js';
import { regulations } from '#machines/regulations.js';
import { builtClauses, editionOf } from './clauses.js';

const procedures = new Procedures(regulations);
const [first] = regulations;
const another = new Procedures([{ ...first!, procedures: first!.procedures.slice(1) }]);

let folder: string;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-clauses-'));
});
afterAll(() => fs.rm(folder, { recursive: true }));

async function written(text: string): Promise<string> {
  const file = path.join(folder, 'clauses.json');
  await fs.writeFile(file, text);
  return file;
}

it('reads the table of the present law', async () => {
  const file = await written(JSON.stringify({ edition: editionOf(procedures), clauses: [{ id: '2.1.1' }] }));
  expect(await (await builtClauses(procedures, file))()).toEqual([{ id: '2.1.1' }]);
});

it('refuses to start without a table, or with one of another law, and says what to do', async () => {
  await expect(builtClauses(procedures, path.join(folder, 'nowhere.json'))).rejects.toThrow(
    /^读不到条文对照表.*npm run build。$/,
  );
  await expect(builtClauses(procedures, await written('{'))).rejects.toThrow(/^读不到条文对照表/);
  const file = await written(JSON.stringify({ edition: editionOf(another), clauses: [] }));
  await expect(builtClauses(procedures, file)).rejects.toThrow(/^条文对照表.*不一致.*npm run build。$/);
});
