import {
  holderOf,
  isAt,
  openDelegations,
  openSigners,
  type Assignment,
  type Desk,
  type Signer,
} from '#machines/kit/case/desk.js';
import { officeOf, type Facts } from '#machines/kit/case/facts.js';
import type { Wait } from '#machines/kit/case/standing.js';
import { oncePerProcedure } from '#machines/kit/law/once.js';
import type { ActSituation } from '#machines/kit/law/procedure.js';
import { lawsOf } from '#machines/kit/read/describe.js';
import { principalsOf, takenBy, type PartyId, type Principal } from '#machines/kit/words/party.js';
import { NOT_OWN_CASE } from './rules/decisions.js';

/** A step with its present owner, and the owner before anybody took it over. */
export interface Place {
  state: string;
  party: PartyId;
  from: Principal;
}

/** Returns the waits that are this person's: the step is theirs, or they have taken it over. */
export const waitsOf = ({ waits }: ActSituation, { actor }: Facts): Wait[] =>
  waits.filter((w) => w.principal !== null && actor.principals.includes(w.principal));

/** Returns the step a person works on: the one they name, or their first. */
export function placeOf(situation: ActSituation, facts: Facts, state?: string): Place | undefined {
  const mine = waitsOf(situation, facts);
  const step = mine.find((w) => w.state === state) ?? mine[0];
  if (!step) return undefined;
  const party = takenBy(step.party, situation.procedure.parties);
  const taken = situation.desk.assignments.findLast(
    (a) => a.kind === 'transfer' && isAt(a, step.state) && a.party === party && a.to === step.principal,
  );
  return { state: step.state, party, from: taken?.from ?? step.principal! };
}

/** Returns who holds the step for which something was asked. It may no longer be the person who asked. */
export const holdersOf = ({ waits, desk, procedure }: ActSituation, { state, party, from }: Place): Principal[] =>
  waits
    .filter((w) => w.state === state && takenBy(w.party, procedure.parties) === party)
    .flatMap((w) => w.principal ?? [])
    .filter((p) => p === holderOf(desk, state, party, from));

/**
 * Returns what may be taken back by the person who gave it away or by the office it belongs to: from one person, or
 * from all. The absent person can take back what their substitute gave, once they are there again. What was reported on
 * stays, and so does a 回避.
 */
export const given = ({ desk }: Pick<ActSituation, 'desk'>, { actor }: Facts, from?: string): Assignment[] => {
  const gave = (a: Assignment): boolean => a.by === actor.userId && a.inPlaceOf === actor.actingFor?.userId;
  return desk.assignments.filter(
    (a) =>
      !a.report &&
      !a.basis &&
      (gave(a) || actor.principals.includes(a.from)) &&
      !actor.principals.includes(a.to) &&
      (from === undefined || a.to === `user:${from}`),
  );
};

/** Returns the delegation to this person that they mean: the oldest unless they say which. */
export const delegatedTo = (
  { desk }: Pick<ActSituation, 'desk'>,
  { actor }: Facts,
  id?: string,
): Assignment | undefined =>
  openDelegations(desk).find((a) => actor.principals.includes(a.to) && (id === undefined || a.id === id));

/** Returns the opinion asked of this person that they mean: the oldest unless they say which. */
export const askedOf = ({ desk }: Pick<ActSituation, 'desk'>, { actor }: Facts, id?: string): Signer | undefined =>
  openSigners(desk).find((s) => actor.principals.includes(s.principal) && (id === undefined || s.id === id));

/** Tells whether both are about the same step of the same office. */
export const samePlace = (
  a: Pick<Assignment, 'state' | 'party' | 'from'>,
  b: Pick<Assignment, 'state' | 'party' | 'from'> | undefined,
): boolean => b !== undefined && a.state === b.state && a.party === b.party && a.from === b.from;

/**
 * Returns the steps at which somebody decides on what others have asked for, and therefore not on a matter of their own
 * office.
 */
const judging = oncePerProcedure((procedure): readonly { state: string; party: PartyId }[] =>
  lawsOf(procedure)
    .filter(({ law }) => law.rules.some(({ id }) => id === NOT_OWN_CASE))
    .flatMap(({ from, law }) => law.by.map((party) => ({ state: from, party }))),
);

/** Tells whether the person who takes this step decides on somebody else's matter. */
export const judges = (
  { procedure }: Pick<ActSituation, 'procedure'>,
  place: Pick<Assignment, 'state' | 'party'> | undefined,
): boolean =>
  place !== undefined && judging(procedure).some(({ state, party }) => state === place.state && party === place.party);

/**
 * Returns what this person's office would have to decide in a case of its own. A substitute from another office has no
 * say in that.
 */
export function conflicts(
  { procedure, context }: ActSituation,
  { actor, unit }: Facts,
): Pick<Place, 'party' | 'from'>[] {
  if (actor.unitId !== unit.id || officeOf(actor) !== unit.id) return [];
  const parties = [...new Set(judging(procedure).map(({ party }) => party))];
  return parties.flatMap((party) =>
    principalsOf(party, procedure.parties, { unit, context })
      .filter((p) => actor.principals.includes(p))
      .map((from) => ({ party, from })),
  );
}

/** Tells whether a 回避 from these steps stands. */
export const stoodAside = (desk: Desk, own: Pick<Place, 'party' | 'from'>): boolean =>
  desk.assignments.some((a) => samePlace(a, { ...own, state: null }));
