import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import type { Procedures } from '#machines/kit/law/procedures.js';
import type { ClauseLine } from '#machines/kit/read/clause-line.js';
import { transitionsOf } from '#machines/kit/read/describe.js';
import { StartError } from '../start-error.js';

/** Returns every clause with what carries it out. */
export type Clauses = () => Promise<readonly ClauseLine[]>;

/** Nest injection token of the Clauses. */
export const CLAUSES = Symbol('CLAUSES');

/** The content of dist/clauses.json. The table quotes examples and stories, and the built program contains neither. */
export interface ClausesFile {
  /** The `editionOf` of the procedures from which it was made. */
  edition: string;
  clauses: readonly ClauseLine[];
}

const FILE = new URL('../../clauses.json', import.meta.url);

/**
 * Returns a hash that differs when the law differs in anything a clause table says of it, except examples and stories.
 * SHA-256 in hex.
 */
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
