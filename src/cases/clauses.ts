import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import type { Procedures } from '#machines/kit/law/procedures.js';
import type { ClauseLine } from '#machines/kit/read/clause-line.js';
import { transitionsOf } from '#machines/kit/read/describe.js';
import { StartError } from '../start-error.js';

/** Every clause with what stands for it. */
export type Clauses = () => Promise<readonly ClauseLine[]>;

/** Nest injection token of the Clauses. */
export const CLAUSES = Symbol('CLAUSES');

/** dist/clauses.json: the table quotes examples and stories, which the program itself is built without. */
export interface ClausesFile {
  /** `editionOf` the procedures it was made from. */
  edition: string;
  clauses: readonly ClauseLine[];
}

const FILE = new URL('../../clauses.json', import.meta.url);

/** Tells two states of the law apart, in all that a clause table says of it but its examples and stories. SHA-256 in hex. */
export function editionOf(procedures: Procedures): string {
  const said = procedures
    .all()
    .map((p) => [
      [p.id, p.version, p.creation.label, p.creation.clauses],
      Object.entries({ ...p.events, ...p.acts }).map(([type, { label }]) => [type, label]),
      Object.entries(p.deadlines).map(([name, { label, clause }]) => [name, label, clause]),
      transitionsOf(p),
    ]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** @throws StartError when the build has left no table, or one of another state of the law. */
export async function builtClauses(procedures: Procedures, file: string | URL = FILE): Promise<Clauses> {
  let read: ClausesFile;
  try {
    read = JSON.parse(await fs.readFile(file, 'utf8')) as ClausesFile;
  } catch (cause) {
    throw new StartError('读不到条文对照表 dist/clauses.json，请运行 npm run build。', { cause });
  }
  const { edition, clauses } = read;
  if (edition !== editionOf(procedures))
    throw new StartError('条文对照表 dist/clauses.json 与程序中的流程不一致，请运行 npm run build。');
  return () => Promise.resolve(clauses);
}
