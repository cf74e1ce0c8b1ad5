import type { Desk } from '../case/desk.js';
import { namedOn } from '../case/desk.js';
import type { Facts } from '../case/facts.js';
import type { Principal } from '../words/party.js';

/**
 * Returns who sees a case from now on. Everyone it has waited on, and everyone who has acted on it, sees it for good. A
 * guest, who is only named on the desk, sees it as long as the desk names them.
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

/** A substitute answers later for what they did in another's absence, and must see the case then. */
export const substituteIn = ({ actor }: Facts): Principal[] => (actor.actingFor ? [`user:${actor.userId}`] : []);
