import type { IsoDate } from '../words/dates.js';
import type { PartyId, Principal } from '../words/party.js';
import type { Closed } from './occurrence.js';
import type { Wait } from './standing.js';

/** A step in somebody else's hands: taken over for good (转办), or prepared for whoever decides (委派). */
export interface Assignment {
  /** By which a report says what it answers. Of a delegation only. */
  id?: string;
  kind: 'transfer' | 'delegate';
  /**
   * The state whose step it is; null for every step of the party in this case (回避). What was taken over is over once the case has
   * left the surroundings of the state: a paper that comes back corrected finds the same person.
   */
  state: string | null;
  party: PartyId;
  from: Principal;
  to: Principal;
  /** Who assigned it. */
  by: string;
  /** In whose absence they did. */
  inPlaceOf?: string;
  on: IsoDate;
  reason: string;
  /** What the delegate found. Of a delegation only; until then the step can't be decided. */
  report?: { text: string; on: IsoDate };
  /** What it rests on: a document of the case and its 文号. Of a 回避 only. */
  basis?: { document: string; number: string; date: IsoDate };
}

/** Someone asked for an opinion before a step is decided (加签). */
export interface Signer {
  id: string;
  principal: Principal;
  /** The step they were asked for, and whose it is: nobody else's decision waits for the opinion. */
  state: string;
  party: PartyId;
  from: Principal;
  by: string;
  on: IsoDate;
  question: string;
  opinion?: { agrees: boolean; text: string; by: string; on: IsoDate; documents: readonly string[] };
  /** Asked no longer (减签). What was asked stays on record. */
  withdrawn?: { by: string; on: IsoDate; reason: string };
}

/** A rule that holds in principle, lifted for this case by whoever may do so. */
export interface Exception {
  rule: string;
  reason: string;
  /** The document it rests on: its id and its number. */
  document: string;
  number: string;
  date: IsoDate;
  by: string;
  on: IsoDate;
}

/** Someone informed (抄送). */
export interface Copy {
  to: Principal;
  by: string;
  on: IsoDate;
  note?: string;
}

/** Somebody pressed for an answer (催办). */
export interface Urge {
  by: string;
  on: IsoDate;
  to: readonly Principal[];
}

/** The last step by which a person moved the case. What is done at the place it led to leaves it as it is. */
export interface LastStep {
  type: string;
  userId: string;
  unitId: string | null;
  seq: number;
  /** The unit of somebody else who has worked on it since: whose turn it was, or whom they had asked. */
  touchedBy?: string | null;
  /** The deadlines it closed: who takes the step back has them again, as they were. */
  closed?: readonly Closed[];
}

/** How an office arranges its work on a case. The procedure's own states know nothing of it. */
export interface Desk {
  assignments: readonly Assignment[];
  signers: readonly Signer[];
  exceptions: readonly Exception[];
  copies: readonly Copy[];
  /** The last one of everybody who urged. */
  urges: readonly Urge[];
  last: LastStep | null;
  /** Those who see the case only because they are named here. */
  guests: readonly Principal[];
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

/** Signers who still owe their opinion. */
export const openSigners = (desk: Desk): Signer[] => desk.signers.filter((s) => !s.opinion && !s.withdrawn);

/** Delegations whose report is outstanding. */
export const openDelegations = (desk: Desk): Assignment[] =>
  desk.assignments.filter((a) => a.kind === 'delegate' && !a.report);

/** Somebody who was asked (加签) or charged (委派) about a step, and has not answered. */
export interface Asked {
  how: '加签' | '委派';
  principal: Principal;
  state: string;
  party: PartyId;
}

export const openQuestions = (desk: Desk): Asked[] => [
  ...openSigners(desk).map(({ principal, state, party }): Asked => ({ how: '加签', principal, state, party })),
  // Only a 回避, which nobody reports on, is without a state.
  ...openDelegations(desk).map(({ to, state, party }): Asked => ({ how: '委派', principal: to, state: state!, party })),
];

/** Who takes a step of this principal at present: itself, or whoever has taken it over last. */
export const holderOf = (desk: Desk, state: string, party: PartyId, principal: Principal): Principal =>
  desk.assignments.findLast((a) => a.kind === 'transfer' && isAt(a, state) && a.party === party && a.from === principal)
    ?.to ?? principal;

/** Whether an assignment is about this very step. */
export const isAt = (assignment: Assignment, state: string): boolean =>
  assignment.state === null || assignment.state === state;

/** Someone whose step it is: the party as whom they take it, and those of its principals that they are. */
export interface Seat {
  party: PartyId;
  principals: readonly Principal[];
}

/**
 * The desk as far as it is about one step: what is asked, delegated and transferred of another office's step, or of another
 * step of the same office, neither opens nor blocks this one.
 */
export function deskAt(desk: Desk, source: string, { party, principals }: Seat): Desk {
  const about = (entry: { state: string | null; party: PartyId; from: Principal }): boolean =>
    (entry.state === null || entry.state === source || entry.state.startsWith(`${source}.`)) &&
    entry.party === party &&
    principals.includes(entry.from);
  return { ...desk, assignments: desk.assignments.filter(about), signers: desk.signers.filter(about) };
}

/** Everyone who has something to do: whoever the case waits on, and whoever was asked or charged by them. */
export const turnsOf = (waits: readonly Wait[], desk: Desk): Principal[] => [
  ...new Set([...waits.flatMap(({ principal }) => principal ?? []), ...openQuestions(desk).map((q) => q.principal)]),
];

/** Everybody named on the desk who is still asked, charged or informed, or has answered. */
export const namedOn = ({ assignments, signers, copies }: Desk): Principal[] => [
  ...assignments.map((a) => a.to),
  ...signers.filter((s) => !s.withdrawn).map((s) => s.principal),
  ...copies.map((c) => c.to),
];

const surroundings = (state: string): string => state.slice(0, state.lastIndexOf('.') + 1);

/**
 * What remains once the case stands elsewhere: opinions, reports, exceptions and copies stay on record, and so does what was asked
 * in vain; nobody waits for it any longer. The same step of another office, which the case has been turned over to (改派), is elsewhere.
 * `holds` says whether a principal still is the party.
 */
export function movedTo(
  desk: Desk,
  waits: readonly Wait[],
  holds: (party: PartyId, principal: Principal) => boolean,
  by: string,
  on: IsoDate,
): Desk {
  const stands = ({ state, party, from }: { state: string | null; party: PartyId; from: Principal }): boolean =>
    waits.some((w) => w.state === state && w.party === party && w.principal === holderOf(desk, w.state, party, from));
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
