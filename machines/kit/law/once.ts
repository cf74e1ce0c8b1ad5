import type { Procedure } from './procedure.js';

/**
 * Works out once for each procedure what depends on the procedure alone. A procedure is a value that never changes; a
 * different one, even by a single rule, is worked out anew. The caller must not change the result.
 */
export function oncePerProcedure<T>(work: (procedure: Procedure) => T): (procedure: Procedure) => T {
  const known = new WeakMap<Procedure, { result: T }>();
  return (procedure) => {
    let kept = known.get(procedure);
    if (!kept) known.set(procedure, (kept = { result: work(procedure) }));
    return kept.result;
  };
}
