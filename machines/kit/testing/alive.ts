import type { Actor } from '../case/facts.js';
import type { Wait } from '../case/standing.js';
import type { Action } from '../decide/explain.js';
import type { Refusal } from '../law/rule.js';
import { transitionsOf } from '../read/describe.js';
import type { Tale } from './docket.js';

interface Listed {
  actor: Actor;
  actions: readonly Action[];
}

/** How many steps of others may lie between somebody and the step that the case waits for. */
const DEEPEST = 4;

/**
 * Whoever a case waits for can move it: one of the steps of that state is open to them, or closed only by what can be
 * cured here. Returns the waits of which that is not so. A case that
 * waits for another one names it, and that one is under way. Time alone, and a case that its party has to begin, are
 * somebody else's to show.
 */
export function deadWaits({ procedure, state, docket, id }: Tale, listed: readonly Listed[]): string[] {
  // What is given up or taken back moves nothing on, and neither does what is open in every state.
  const ways = transitionsOf(procedure).filter(
    (t) => t.event !== '' && ![t.barrier, t.remark, t.abandons, t.revokes].some(Boolean),
  );
  const open = (action: Action, depth: number): boolean =>
    action.refusals.every((refused) => isCurable(refused, depth));
  const isCurable = ({ curedBy, earliest, weight }: Refusal, depth: number): boolean =>
    weight === 'principle' ||
    curedBy.some((cure) => {
      if (cure.kind === 'form' || cure.kind === 'document' || cure.kind === 'case' || cure.kind === 'substitute')
        return true;
      if (cure.kind === 'day') return earliest !== undefined || state.deadlines.some((d) => d.nextAt !== null);
      if (cure.kind === 'outside') return false;
      if (cure.procedure !== undefined && cure.procedure !== procedure.id) return true;
      return depth < DEEPEST && offered(cure.event).some((action) => open(action, depth + 1));
    });
  const offered = (type: string): Action[] => listed.flatMap((l) => l.actions.filter((a) => a.type === type));

  const canMove = (wait: Wait): boolean => {
    const here = new Set(
      ways
        .filter((t) => wait.state === t.from || (t.from.includes('.') && wait.state.startsWith(`${t.from}.`)))
        .map((t) => t.event),
    );
    const theirs = listed
      .filter(({ actor }) => actor.principals.includes(wait.principal!))
      .flatMap(({ actions }) => actions.filter((a) => here.has(a.type)));
    return theirs.some((action) => open(action, 0));
  };
  /** The case it waits for is named, and somebody can move that one. */
  const movesElsewhere = ({ through }: Wait): boolean =>
    through !== undefined &&
    (docket.related(id, [{ as: through, linked: through }])[through] ?? []).some(
      ({ status }) => status === 'active' || status === 'suspended',
    );
  return state.position.waits
    .filter((wait) => wait.principal !== null && !wait.stopped && wait.begins === undefined)
    .filter((wait) => !canMove(wait) && !movesElsewhere(wait))
    .map((wait) => {
      const refused = listed
        .filter(({ actor }) => actor.principals.includes(wait.principal!))
        .flatMap(({ actions }) => actions.map((a) => `${a.type}: ${a.refusals.map((r) => r.rule).join(', ')}`));
      return `waits on ${wait.party} in ${wait.state}, who can do nothing about it (${refused.join('; ')})`;
    });
}
