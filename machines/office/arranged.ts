import type { ActSituation } from '../kit/act.js';
import { lawsOf } from '../kit/describe.js';
import { holderOf, isAt, type Assignment } from '../kit/desk.js';
import type { Facts } from '../kit/facts.js';
import { principalsOf, type PartyId, type Principal } from '../kit/party.js';
import type { Wait } from '../kit/position.js';
import type { Procedure } from '../kit/procedure.js';
import { notOwnCase } from './rules/decisions.js';

/** A step, as whose it is and whose it was before anybody took it over. */
export interface Place {
  state: string;
  party: PartyId;
  from: Principal;
}

/** Waits that are this person's: the step is theirs, or they have taken it over. */
export const waitsOf = ({ waits }: ActSituation, { actor }: Facts): Wait[] => waits.filter((w) => w.principal !== null && actor.principals.includes(w.principal));

/** The step a person works on: the one they name, or their first. */
export function placeOf(situation: ActSituation, facts: Facts, state?: string): Place | undefined {
  const mine = waitsOf(situation, facts);
  const step = mine.find((w) => w.state === state) ?? mine[0];
  if (!step) return undefined;
  const taken = situation.desk.assignments.findLast((a) => a.kind === 'transfer' && isAt(a, step.state) && a.party === step.party && a.to === step.principal);
  return { state: step.state, party: step.party, from: taken?.from ?? step.principal! };
}

/** Whoever holds the step now that something was asked for: perhaps no longer the person who asked. */
export const holdersOf = ({ waits, desk }: ActSituation, { state, party, from }: Place): Principal[] =>
  waits.filter((w) => w.state === state && w.party === party).flatMap((w) => w.principal ?? []).filter((p) => p === holderOf(desk, state, party, from));

/** What whoever gave it away, or the office it belongs to, may take back: from one person, or from all. What has been reported on stays. */
export const given = ({ desk }: Pick<ActSituation, 'desk'>, { actor }: Facts, from?: string): Assignment[] =>
  desk.assignments.filter((a) => !a.report && (a.by === actor.userId || actor.principals.includes(a.from)) && !actor.principals.includes(a.to) && (from === undefined || a.to === `user:${from}`));

const known = new WeakMap<Procedure, readonly { state: string; party: PartyId }[]>();

/** Where somebody decides on what others have asked for, and so not on what their own office has. */
function judging(procedure: Procedure): readonly { state: string; party: PartyId }[] {
  let places = known.get(procedure);
  if (!places) {
    places = lawsOf(procedure).filter(({ law }) => law.rules.includes(notOwnCase)).flatMap(({ from, law }) => law.by.map((party) => ({ state: from, party })));
    known.set(procedure, places);
  }
  return places;
}

/** Whether whoever takes this step decides on somebody else's matter. */
export const judges = ({ procedure }: ActSituation, place: Place | undefined): boolean =>
  place !== undefined && judging(procedure).some(({ state, party }) => state === place.state && party === place.party);

/** What this person's office would have to decide in a case of its own. */
export function conflicts({ procedure, context }: ActSituation, { actor, unit }: Facts): Pick<Place, 'party' | 'from'>[] {
  if (actor.unitId !== unit.id) return [];
  const parties = [...new Set(judging(procedure).map(({ party }) => party))];
  return parties.flatMap((party) => principalsOf(party, procedure.parties, { unit, context }).filter((p) => actor.principals.includes(p)).map((from) => ({ party, from })));
}
