/** Someone who can be waited on or act, as a procedure names them: `applicant`, `dataBureau`, `province`. */
export type PartyId = string;

/**
 * - `applicant`: the unit the case belongs to; `superior`: the unit that supervises it.
 * - `role`: everyone who holds the role, in any unit.
 * - `units`: units that the case itself names.
 * - `outside`: a body that never logs in; `recordedBy` writes down what it decided.
 * - `time`: nobody acts, a day must come.
 */
export type Party =
  | { label: string; kind: 'applicant' | 'superior' | 'time' }
  | { label: string; kind: 'role'; role: string }
  // Units read from the context that the party's own procedure keeps.
  | {
      label: string;
      kind: 'units';
      of(context: unknown): readonly string[];
      outstanding?(context: unknown): readonly string[];
    }
  | { label: string; kind: 'outside'; recordedBy: PartyId };

export type Parties = Readonly<Record<PartyId, Party>>;

/**
 * Someone who may act: `unit:<id>`, `role:<id>` or `user:<id>`. The principals a person holds are compared with those a
 * step asks for. `head:<principal>`: the head of the unit of that principal, who is told and never asked to act.
 */
export type Principal = string;

const HEAD = 'head:';
export const headOf = (principal: Principal): Principal => `${HEAD}${principal}`;
/** Returns the principal whose head is meant. Undefined for any other principal. */
export const headed = (principal: Principal): Principal | undefined =>
  principal.startsWith(HEAD) ? principal.slice(HEAD.length) : undefined;

export interface CaseUnit {
  id: string;
  name: string;
  kind: string;
  creditCode: string;
  supervisingUnitId: string | null;
}

/** The case of a party: its unit and the facts that its own events have established. */
export interface Standing {
  unit: CaseUnit;
  context: unknown;
}

/** Returns who may act as a party. Nobody for time, or if there is no superior. */
export function principalsOf(id: PartyId, parties: Parties, standing: Standing): Principal[] {
  const party = parties[id];
  if (!party) return [];
  const { unit, context } = standing;
  switch (party.kind) {
    case 'applicant':
      return [`unit:${unit.id}`];
    case 'superior':
      return unit.supervisingUnitId === null ? [] : [`unit:${unit.supervisingUnitId}`];
    case 'role':
      return [`role:${party.role}`];
    case 'units':
      return context === null || context === undefined ? [] : party.of(context).map((u) => `unit:${u}`);
    case 'outside':
      return principalsOf(party.recordedBy, parties, standing);
    case 'time':
      return [];
  }
}

/** Returns the party that takes the steps of a party: those of an outside body are taken by who records its decision. */
export function takenBy(id: PartyId, parties: Parties): PartyId {
  const party = parties[id];
  return party?.kind === 'outside' ? takenBy(party.recordedBy, parties) : id;
}

/** Returns who of a party is waited on: of several units those that have not acted yet. */
export function awaitedOf(id: PartyId, parties: Parties, standing: Standing): Principal[] {
  const party = parties[id];
  if (party?.kind === 'units' && party.outstanding) return party.outstanding(standing.context).map((u) => `unit:${u}`);
  return principalsOf(id, parties, standing);
}

/**
 * One party, or, where several act side by side, a function that reads from the case which of them still have to act.
 */
export type Whom<Context = unknown, Party extends PartyId = PartyId> = Party | Several<Context, Party>['waitedOn'];

// This is a method, so that it takes the context of any procedure where the context is not known.
interface Several<Context, Party> {
  waitedOn(context: Context): readonly Party[];
}

export const partiesOf = (whom: Whom, context: unknown): readonly PartyId[] =>
  typeof whom === 'string' ? [whom] : whom(context);
