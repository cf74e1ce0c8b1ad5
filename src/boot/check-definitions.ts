import { Procedures, UnknownProcedure } from '#machines/kit/law/procedures.js';
import { definitionHash } from '../engine/definitions.js';
import { pinnedDefinitions, type PinnedDefinition } from '../persistence/pinned-definitions.js';
import { StartError } from '../start-error.js';

/**
 * Checks that the program has the shape of every procedure version to which an open case is pinned. A program without
 * that shape must not touch the case: to restore a state into another machine succeeds silently and is wrong.
 */
export async function checkDefinitions(databaseUrl: string, procedures: Procedures): Promise<void> {
  const changed = (await pinnedDefinitions(databaseUrl)).find((pinned) => !holds(pinned, procedures));
  if (!changed) return;
  throw new StartError(
    `流程 ${changed.procedure} 第${changed.version}版的定义与 ${changed.cases} 个在办案件登记时不同：请恢复原定义，或把改动登记为新版本。`,
  );
}

function holds({ procedure, version, hash }: PinnedDefinition, procedures: Procedures): boolean {
  try {
    return definitionHash(procedures.of(procedure, version)) === hash;
  } catch (error) {
    if (error instanceof UnknownProcedure) return false;
    throw error;
  }
}
