import pg from 'pg';
import { procedureOf, UnknownProcedure } from '#machines/registry.js';
import { definitionHash } from '../engine/definitions.js';
import { StartError } from '../start-error.js';

interface Pinned {
  procedure: string;
  procedure_version: number;
  definition_hash: string;
  cases: number;
}

/**
 * Every open case is pinned to a procedure's id, version and shape. A program that no longer holds that shape must not touch it:
 * restoring a state into another machine succeeds silently and is wrong.
 */
export async function checkDefinitions(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Pinned>(
      `select procedure, procedure_version, definition_hash, count(*)::int as cases from cases
       where status in ('active', 'suspended') group by 1, 2, 3 order by 1, 2`,
    );
    const changed = rows.find((pinned) => !holds(pinned));
    if (changed) {
      throw new StartError(
        `流程 ${changed.procedure} 第${changed.procedure_version}版的定义与 ${changed.cases} 个在办案件登记时不同:请恢复原定义,或把改动登记为新版本。`,
      );
    }
  } finally {
    await client.end();
  }
}

function holds({ procedure, procedure_version, definition_hash }: Pinned): boolean {
  try {
    return definitionHash(procedureOf(procedure, procedure_version)) === definition_hash;
  } catch (error) {
    if (error instanceof UnknownProcedure) return false;
    throw error;
  }
}
