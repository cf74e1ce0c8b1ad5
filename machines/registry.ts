import type { Procedure } from '#machines/kit/law/procedure.js';
import { annualPlan } from '#machines/regulations/it-projects/procedures/annual-plan/procedure.js';
import { changeRequest } from '#machines/regulations/it-projects/procedures/change-request/procedure.js';
import { classifiedIndex } from '#machines/regulations/it-projects/procedures/classified-index/procedure.js';
import { developmentPlan } from '#machines/regulations/it-projects/procedures/development-plan/procedure.js';
import { need } from '#machines/regulations/it-projects/procedures/need/procedure.js';
import { operationReview } from '#machines/regulations/it-projects/procedures/operation-review/procedure.js';
import { project } from '#machines/regulations/it-projects/procedures/project/procedure.js';
import { rectification } from '#machines/regulations/it-projects/procedures/rectification/procedure.js';
import { schemeReview } from '#machines/regulations/it-projects/procedures/scheme-review/procedure.js';

/** Every procedure and version a case may be pinned to; the engine's only door. */
const procedures: Procedure[] = [
  project,
  annualPlan,
  developmentPlan,
  changeRequest,
  rectification,
  operationReview,
  need,
  schemeReview,
  classifiedIndex,
];

/** @throws when no such procedure or version was ever registered: a pinned case can't be moved by a guess. */
export function procedureOf(id: string, version?: number): Procedure {
  const found = procedures
    .filter((p) => p.id === id && (version === undefined || p.version === version))
    .sort((a, b) => b.version - a.version)[0];
  if (!found) throw new UnknownProcedure(id, version);
  return found;
}

export const allProcedures = (): readonly Procedure[] => procedures;

/** For tests that prove the engine knows no procedure by name. */
export function register(procedure: Procedure): void {
  if (procedures.some((p) => p.id === procedure.id && p.version === procedure.version))
    throw new Error(`${procedure.id} v${procedure.version} is registered already`);
  procedures.push(procedure);
}

export class UnknownProcedure extends Error {
  constructor(id: string, version?: number) {
    super(`没有流程 ${id}${version === undefined ? '' : ` 第${version}版`}`);
  }
}
