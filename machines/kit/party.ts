/** Who can be waited on or act, as a procedure names them: `applicant`, `dataBureau`, `province`. */
export type PartyId = string;

/**
 * - `applicant`: the unit the case belongs to; `superior`: the unit that supervises it.
 * - `role`: whoever holds the role, in any unit.
 * - `outside`: a body that never logs in; `recordedBy` writes down what it decided.
 * - `time`: nobody acts, a day must come.
 */
export type Party =
  | { label: string; kind: 'applicant' | 'superior' | 'time' }
  | { label: string; kind: 'role'; role: string }
  | { label: string; kind: 'outside'; recordedBy: PartyId };

export type Parties = Readonly<Record<PartyId, Party>>;

/** Someone who may act: `unit:<id>` or `role:<id>`. What a person holds is compared with what a step asks for. */
export type Principal = string;

export interface CaseUnit {
  id: string;
  name: string;
  kind: string;
  creditCode: string;
  supervisingUnitId: string | null;
}

/** The principal behind a party, for the case of `unit`; null where nobody can act (time, or no superior). */
export function principalOf(party: Party, parties: Parties, unit: CaseUnit): Principal | null {
  switch (party.kind) {
    case 'applicant':
      return `unit:${unit.id}`;
    case 'superior':
      return unit.supervisingUnitId === null ? null : `unit:${unit.supervisingUnitId}`;
    case 'role':
      return `role:${party.role}`;
    case 'outside': {
      const recorder = parties[party.recordedBy];
      return recorder ? principalOf(recorder, parties, unit) : null;
    }
    case 'time':
      return null;
  }
}

/** One party, or — where several act side by side — those who still have to, read from the case. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Whom<Context = any> = PartyId | ((context: Context) => readonly PartyId[]);

export const partiesOf = (whom: Whom, context: unknown): readonly PartyId[] => (typeof whom === 'string' ? [whom] : whom(context));
