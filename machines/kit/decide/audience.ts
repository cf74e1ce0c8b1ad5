import type { Desk } from '../case/desk.js';
import { namedOn } from '../case/desk.js';
import type { Facts } from '../case/facts.js';
import type { Principal } from '../words/party.js';

/**
 * Who sees a case from now on. Whoever it has waited on, and whoever has done something about it, sees it for good; whoever was only
 * named on the desk (guests) sees it as long as they are named there.
 */
export function audienceWith(
  before: { audience: readonly Principal[]; desk: Desk },
  desk: Desk,
  entitled: readonly Principal[],
  acting: readonly Principal[],
): { audience: Principal[]; guests: Principal[] } {
  const guest = (p: Principal): boolean =>
    before.desk.guests.includes(p) && !entitled.includes(p) && !acting.includes(p);
  const lasting = [...new Set([...before.audience.filter((p) => !guest(p)), ...entitled])];
  const guests = [...new Set(namedOn(desk))].filter((p) => !lasting.includes(p));
  return { audience: [...lasting, ...guests], guests };
}

/** Whoever has acted in another's absence answers for it later, and has to see it then. */
export const substituteIn = ({ actor }: Facts): Principal[] => (actor.actingFor ? [`user:${actor.userId}`] : []);
