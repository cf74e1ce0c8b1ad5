import type { IsoDate } from '../words/dates.js';
import type { PartyId, Principal } from '../words/party.js';
import type { Heard } from './cause.js';
import type { Closed } from './occurrence.js';
import type { Wait } from './standing.js';

/**
 * A step in somebody else's hands. They took it over for good (转办), or they prepare it for the one who decides (委派).
 */
export interface Assignment {
  /** The id by which a report says what it answers. Only a delegation has one. */
  id?: string;
  kind: 'transfer' | 'delegate';
  /**
   * The state the step belongs to. Null means every step of the party in this case (回避). A transfer ends once the case
   * has left the surroundings of the state: a paper that comes back corrected finds the same person.
   */
  state: string | null;
  party: PartyId;
  from: Principal;
  to: Principal;
  /** Who assigned it. */
  by: string;
  /** The person in whose absence they assigned it. */
  inPlaceOf?: string;
  on: IsoDate;
  reason: string;
  /** What the delegate found. Only a delegation has one; until it is there the step can't be decided. */
  report?: { text: string; on: IsoDate };
  /** The document of the case that a 回避 is based on, with its 文号. Only a 回避 has one. */
  basis?: { document: string; number: string; date: IsoDate };
}

/** Someone who is asked for an opinion before a step is decided (加签). */
export interface Signer {
  id: string;
  principal: Principal;
  /** The step they were asked for, and whose it is. Nobody else's decision waits for the opinion. */
  state: string;
  party: PartyId;
  from: Principal;
  by: string;
  on: IsoDate;
  question: string;
  opinion?: { agrees: boolean; text: string; by: string; on: IsoDate; documents: readonly string[] };
  /** Present once they are no longer asked (减签). The question stays on record. */
  withdrawn?: { by: string; on: IsoDate; reason: string };
}

/** A rule that holds in principle and was lifted for this case by somebody with the power to do so. */
export interface Exception {
  rule: string;
  reason: string;
  /** The id and the number of the document it is based on. */
  document: string;
  number: string;
  date: IsoDate;
  by: string;
  on: IsoDate;
}

/** Someone who is informed (抄送). */
export interface Copy {
  to: Principal;
  by: string;
  on: IsoDate;
  note?: string;
}

/** Somebody who was pressed for an answer (催办). */
export interface Urge {
  by: string;
  on: IsoDate;
  to: readonly Principal[];
}

/** The last step by which a person moved the case. Acts in the place it led to do not change it. */
export interface LastStep {
  type: string;
  userId: string;
  unitId: string | null;
  seq: number;
  /**
   * The unit of another person who has worked on the case since: the case waited on them, or they were asked by the one
   * it waited on.
   */
  touchedBy?: string | null;
  /** The deadlines it closed. Taking the step back restores them as they were. */
  closed?: readonly Closed[];
}

/** How an office arranges its work on a case. The states of the procedure know nothing of it. */
export interface Desk {
  assignments: readonly Assignment[];
  signers: readonly Signer[];
  exceptions: readonly Exception[];
  /** The last copy of each person to each receiver. */
  copies: readonly Copy[];
  /** The last urge of each person who urged. */
  urges: readonly Urge[];
  last: LastStep | null;
  /** People who see the case only because they are named here. */
  guests: readonly Principal[];
  /** What another case told this one last, and why. Absent if none ever did. */
  heard?: Heard;
}

export const EMPTY_DESK: Desk = {
  assignments: [],
  signers: [],
  exceptions: [],
  copies: [],
  urges: [],
  last: null,
  guests: [],
};

/** Returns the signers who still owe their opinion. */
export const openSigners = (desk: Desk): Signer[] => desk.signers.filter((s) => !s.opinion && !s.withdrawn);

/** Returns the delegations whose report is outstanding. */
export const openDelegations = (desk: Desk): Assignment[] =>
  desk.assignments.filter((a) => a.kind === 'delegate' && !a.report);

/** Somebody who was asked (加签) or charged (委派) about a step and has not answered. */
export interface Asked {
  how: '加签' | '委派';
  principal: Principal;
  state: string;
  party: PartyId;
}

export const openQuestions = (desk: Desk): Asked[] => [
  ...openSigners(desk).map(({ principal, state, party }): Asked => ({ how: '加签', principal, state, party })),
  // Only a 回避 has no state, and nobody reports on it.
  ...openDelegations(desk).map(({ to, state, party }): Asked => ({ how: '委派', principal: to, state: state!, party })),
];

/** Returns who takes a step of this principal at present: the last one who took it over, or the principal itself. */
export const holderOf = (desk: Desk, state: string, party: PartyId, principal: Principal): Principal =>
  desk.assignments.findLast((a) => a.kind === 'transfer' && isAt(a, state) && a.party === party && a.from === principal)
    ?.to ?? principal;

/** Tells whether an assignment is about exactly this step. */
export const isAt = (assignment: Assignment, state: string): boolean =>
  assignment.state === null || assignment.state === state;

/** Someone whose step it is: the party as which they take it, and the principals of that party that they hold. */
export interface Seat {
  party: PartyId;
  principals: readonly Principal[];
}

/**
 * Returns the part of the desk that is about one step. What was asked, delegated or transferred for a step of another
 * office, or for another step of the same office, neither opens nor blocks this one.
 */
export function deskAt(desk: Desk, source: string, { party, principals }: Seat): Desk {
  const about = (entry: { state: string | null; party: PartyId; from: Principal }): boolean =>
    (entry.state === null || entry.state === source || entry.state.startsWith(`${source}.`)) &&
    entry.party === party &&
    principals.includes(entry.from);
  return { ...desk, assignments: desk.assignments.filter(about), signers: desk.signers.filter(about) };
}

/** Returns everyone who has something to do: those the case waits on, and those they asked or charged. */
export const turnsOf = (waits: readonly Wait[], desk: Desk): Principal[] => [
  ...new Set([
    ...waits.flatMap(({ principal, stopped }) => (stopped ? [] : (principal ?? []))),
    ...openQuestions(desk).map((q) => q.principal),
  ]),
];

/** Returns everybody named on the desk who is still asked, charged or informed, or who has answered. */
export const namedOn = ({ assignments, signers, copies }: Desk): Principal[] => [
  ...assignments.map((a) => a.to),
  ...signers.filter((s) => !s.withdrawn).map((s) => s.principal),
  ...copies.map((c) => c.to),
];

const surroundings = (state: string): string => state.slice(0, state.lastIndexOf('.') + 1);

/**
 * Returns what remains of the desk once the case stands elsewhere. Opinions, reports, exceptions and copies stay on
 * record. Unanswered questions stay too, but nobody waits for them any longer. The same step of another office, to
 * which the case was turned over (改派), counts as elsewhere. `holds` tells whether a principal still is the party, and
 * `takenBy` who takes the steps of a party that is waited on.
 */
export function movedTo(
  desk: Desk,
  waits: readonly Wait[],
  holds: (party: PartyId, principal: Principal) => boolean,
  takenBy: (party: PartyId) => PartyId,
  by: string,
  on: IsoDate,
): Desk {
  const stands = ({ state, party, from }: { state: string | null; party: PartyId; from: Principal }): boolean =>
    waits.some(
      (w) => w.state === state && takenBy(w.party) === party && w.principal === holderOf(desk, w.state, party, from),
    );
  const near = (state: string): boolean => waits.some((w) => w.state.startsWith(surroundings(state)));
  const remains = (a: Assignment): boolean =>
    a.state === null ||
    a.report !== undefined ||
    (a.kind === 'transfer' ? near(a.state) && holds(a.party, a.from) : stands(a));
  if (desk.assignments.every(remains) && openSigners(desk).every(stands)) return desk;
  return {
    ...desk,
    assignments: desk.assignments.filter(remains),
    signers: desk.signers.map((s) =>
      s.opinion || s.withdrawn || stands(s) ? s : { ...s, withdrawn: { by, on, reason: LAPSED } },
    ),
  };
}

const LAPSED = '该环节已经结束或者改由他人办理，不再征求';
