import type { Procedure } from '#machines/kit/law/procedure.js';
import { shapeOf } from '#machines/kit/read/describe.js';
import { fingerprint } from './chain.js';

const known = new WeakMap<Procedure, string>();

/** Fingerprint of a procedure's shape: a case is pinned to it with its id and version. */
export function definitionHash(procedure: Procedure): string {
  let hash = known.get(procedure);
  if (hash === undefined) known.set(procedure, (hash = fingerprint(shapeOf(procedure))));
  return hash;
}

/** The code no longer holds the definition a case was pinned to. Nothing may be decided about the case until it does again. */
export class DefinitionChanged extends Error {
  constructor(
    readonly procedure: string,
    readonly version: number,
  ) {
    super(`流程 ${procedure} 第${version}版的定义与案件登记时不同`);
  }
}
