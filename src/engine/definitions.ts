import { oncePerProcedure } from '#machines/kit/law/once.js';
import { shapeOf } from '#machines/kit/read/describe.js';
import { fingerprint } from './chain.js';

/** Returns the fingerprint of a procedure's shape. A case is pinned to it, together with its id and version. */
export const definitionHash = oncePerProcedure((procedure): string => fingerprint(shapeOf(procedure)));

/**
 * The code no longer holds the definition to which a case was pinned. Nothing may be decided about the case until it
 * does again.
 */
export class DefinitionChanged extends Error {
  constructor(
    readonly procedure: string,
    readonly version: number,
  ) {
    super(`流程 ${procedure} 第${version}版的定义与案件登记时不同`);
  }
}
