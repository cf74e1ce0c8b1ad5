import type { Actor } from '../case/facts.js';
import type { Wait } from '../case/standing.js';
import type { Action } from '../decide/explain.js';
import { transitionsOf } from '../read/describe.js';
import type { Tale } from './docket.js';
import { isWithinReach, waysOn } from './within-reach.js';

interface Listed {
  actor: Actor;
  actions: readonly Action[];
}

/**
 * Whoever a case waits for can move it: one of the steps of that state is open to them, or closed only by what can be
 * cured here. A case that waits for another one names it, and that one is under way. Returns the waits of which that is
 * not so. Time alone, and a case that its party has to begin, are somebody else's to show.
 */
export function deadWaits({ procedure, state, docket, id }: Tale, listed: readonly Listed[]): string[] {
  const around = {
    procedure: procedure.id,
    offered: (type: string): Action[] => listed.flatMap((l) => l.actions.filter((a) => a.type === type)),
    isTimed: state.deadlines.some((d) => d.nextAt !== null),
  };
  const offersTo = ({ principal }: Wait): Action[] =>
    listed.filter(({ actor }) => actor.principals.includes(principal!)).flatMap(({ actions }) => [...actions]);
  const canMove = (wait: Wait): boolean => {
    const here = waysOn(transitionsOf(procedure), wait.state);
    return offersTo(wait).some((action) => here.has(action.type) && isWithinReach(action, around));
  };
  const movesElsewhere = ({ through }: Wait): boolean =>
    through !== undefined &&
    (docket.related(id, [{ as: through, linked: through }])[through] ?? []).some(
      ({ status }) => status === 'active' || status === 'suspended',
    );
  return state.position.waits
    .filter((wait) => wait.principal !== null && !wait.stopped && wait.begins === undefined)
    .filter((wait) => !canMove(wait) && !movesElsewhere(wait))
    .map((wait) => {
      const refused = offersTo(wait).map((a) => `${a.type}: ${a.refusals.map((r) => r.rule).join(', ')}`);
      return `waits on ${wait.party} in ${wait.state}, who can do nothing about it (${refused.join('; ')})`;
    });
}
