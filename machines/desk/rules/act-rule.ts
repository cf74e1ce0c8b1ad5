import type { Facts } from '#machines/kit/case/facts.js';
import type { ActSituation } from '#machines/kit/law/procedure.js';
import { rule, type Rule } from '#machines/kit/law/rule.js';

type ActRule<Data> = Rule<ActSituation, Data>;
export const actRule = <Data>(definition: ActRule<Data>): ActRule<Data> => rule(definition);

/** If nobody holds a unit or a role, its message would reach nobody. */
export const known = (principal: string, { directory }: Facts): boolean =>
  [...directory.people.values()].some((p) => p.principals.includes(principal));
