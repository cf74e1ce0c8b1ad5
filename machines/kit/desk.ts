import type { IsoDate } from './dates.js';
import type { PartyId, Principal } from './party.js';

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
  state: string;
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

/** The transfer that binds a step: only whoever took it over may take it. */
export const transferOf = (desk: Desk, state: string, party: PartyId): Assignment | undefined =>
  desk.assignments.find((a) => a.kind === 'transfer' && a.state === state && a.party === party);

/** What remains once the case stands elsewhere: opinions, exceptions and copies stay on record. */
export function movedTo(desk: Desk, states: readonly string[]): Desk {
  const here = ({ state }: { state: string }): boolean => states.includes(state);
  const assignments = desk.assignments.filter(here);
  const signers = desk.signers.filter((s) => here(s) || s.opinion !== undefined || s.withdrawn !== undefined);
  return assignments.length === desk.assignments.length && signers.length === desk.signers.length ? desk : { ...desk, assignments, signers };
}
