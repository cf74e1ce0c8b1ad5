import type { Procedure } from './procedure.js';

/**
 * Works out once for each procedure what depends on the procedure alone. A procedure is a value that never changes: another one,
 * also one that differs in a single rule, is worked out anew. Whoever gets the result must not change it.
 */
export function oncePerProcedure<T>(work: (procedure: Procedure) => T): (procedure: Procedure) => T {
  const known = new WeakMap<Procedure, { result: T }>();
  return (procedure) => {
    let kept = known.get(procedure);
    if (!kept) known.set(procedure, (kept = { result: work(procedure) }));
    return kept.result;
  };
}
