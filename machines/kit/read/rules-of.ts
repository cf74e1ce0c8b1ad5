import { oncePerProcedure } from '../law/once.js';
import type { Procedure } from '../law/procedure.js';
import type { Rule } from '../law/rule.js';
import { lawsOf } from './describe.js';

/** Returns every rule by which a procedure judges its steps, its beginning and its acts. */
export function rulesOf(procedure: Procedure): Rule<unknown, unknown>[] {
  const all = [
    ...lawsOf(procedure).flatMap(({ law }) => law.rules),
    ...procedure.creation.rules,
    ...Object.values(procedure.acts).flatMap((act) => act.rules),
  ];
  return [...new Set(all)];
}

/** Returns the ids of the rules that hold in principle only. */
export const principleRules = oncePerProcedure(
  (procedure): ReadonlySet<string> =>
    new Set(
      rulesOf(procedure)
        .filter((r) => r.weight === 'principle')
        .map((r) => r.id),
    ),
);
