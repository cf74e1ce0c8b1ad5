import type { Procedure } from '#machines/kit/law/procedure.js';
import { allProcedures, procedureOf } from '#machines/registry.js';

/** What the engine asks of the procedures there are. This is its only place that knows where they come from. */
export const procedures: {
  /** The newest version unless one is named. @throws when there is none: a pinned case can't be moved by a guess */
  of(id: string, version?: number): Procedure;
  all(): readonly Procedure[];
} = { of: procedureOf, all: allProcedures };
