import type { ActSituation } from '../kit/act.js';
import type { Assignment } from '../kit/desk.js';
import type { Facts } from '../kit/facts.js';
import type { Wait } from '../kit/position.js';

/** Waits that are this person's: the step is theirs, or they have taken it over. */
export const waitsOf = ({ waits }: ActSituation, { actor }: Facts): Wait[] => waits.filter((w) => w.principal !== null && actor.principals.includes(w.principal));

/** What whoever gave it away, or the office it belongs to, may take back: from one person, or from all. What has been reported on stays. */
export const given = ({ desk }: Pick<ActSituation, 'desk'>, { actor }: Facts, from?: string): Assignment[] =>
  desk.assignments.filter((a) => !a.report && (a.by === actor.userId || actor.principals.includes(a.from)) && !actor.principals.includes(a.to) && (from === undefined || a.to === `user:${from}`));
