import type { IsoDate } from './dates.js';
import type { PartyId, Principal } from './party.js';
import type { Wait } from './position.js';

/** A step in somebody else's hands: taken over for good (转办), or prepared for whoever decides (委派). */
export interface Assignment {
  kind: 'transfer' | 'delegate';
  /** The state whose step it is; leaving the state ends the assignment. */
  state: string;
  party: PartyId;
  from: Principal;
  to: Principal;
  /** Who assigned it. */
  by: string;
  on: IsoDate;
  reason: string;
  /** What the delegate found. Of a delegation only; until then the step can't be decided. */
  report?: { text: string; on: IsoDate };
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

/** The last step a person took. */
export interface LastStep {
  type: string;
  userId: string;
  unitId: string | null;
  seq: number;
}

/** How an office arranges its work on a case. The procedure's own states know nothing of it. */
export interface Desk {
  assignments: readonly Assignment[];
  signers: readonly Signer[];
  exceptions: readonly Exception[];
  copies: readonly Copy[];
  last: LastStep | null;
}

export const EMPTY_DESK: Desk = { assignments: [], signers: [], exceptions: [], copies: [], last: null };

/** Signers who still owe their opinion. */
export const openSigners = (desk: Desk): Signer[] => desk.signers.filter((s) => !s.opinion && !s.withdrawn);

/** Delegations whose report is outstanding. */
export const openDelegations = (desk: Desk): Assignment[] => desk.assignments.filter((a) => a.kind === 'delegate' && !a.report);

/** Who works on steps of this principal at present, besides itself. */
export const takenOverFrom = (desk: Desk, principal: Principal): Principal[] =>
  desk.assignments.filter((a) => a.from === principal && (a.kind === 'transfer' || !a.report)).map((a) => a.to);

/** Who takes a step of this principal at present: itself, or whoever has taken it over. */
export const holderOf = (desk: Desk, state: string, party: PartyId, principal: Principal): Principal =>
  desk.assignments.find((a) => a.kind === 'transfer' && a.state === state && a.party === party && a.from === principal)?.to ?? principal;

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
  const about = (entry: { state: string; party: PartyId; from: Principal }): boolean =>
    (entry.state === source || entry.state.startsWith(`${source}.`)) && entry.party === party && principals.includes(entry.from);
  return { ...desk, assignments: desk.assignments.filter(about), signers: desk.signers.filter(about) };
}

/** Everyone who has something to do: whoever the case waits on, and whoever was asked or charged by them. */
export const turnsOf = (waits: readonly Wait[], desk: Desk): Principal[] => [
  ...new Set([...waits.flatMap(({ principal }) => principal ?? []), ...openSigners(desk).map((s) => s.principal), ...openDelegations(desk).map((a) => a.to)]),
];

/**
 * What remains once the case stands elsewhere: opinions, exceptions and copies stay on record, and so does what was asked in
 * vain; nobody waits for it any longer.
 */
export function movedTo(desk: Desk, states: readonly string[], by: string, on: IsoDate): Desk {
  const here = ({ state }: { state: string }): boolean => states.includes(state);
  if (desk.assignments.every(here) && openSigners(desk).every(here)) return desk;
  return {
    ...desk,
    assignments: desk.assignments.filter(here),
    signers: desk.signers.map((s) => (here(s) || s.opinion || s.withdrawn ? s : { ...s, withdrawn: { by, on, reason: LAPSED } })),
  };
}

const LAPSED = '案件已离开该环节，不再征求';
