import { oncePerProcedure } from '#machines/kit/law/once.js';
import { shapeOf } from '#machines/kit/read/describe.js';
import { fingerprint } from './chain.js';

/** Fingerprint of a procedure's shape: a case is pinned to it with its id and version. */
export const definitionHash = oncePerProcedure((procedure): string => fingerprint(shapeOf(procedure)));

/** The code no longer holds the definition a case was pinned to. Nothing may be decided about the case until it does again. */
export class DefinitionChanged extends Error {
  constructor(
    readonly procedure: string,
    readonly version: number,
  ) {
    super(`流程 ${procedure} 第${version}版的定义与案件登记时不同`);
  }
}
