import type { Calendar } from '../words/calendar.js';
import type { Citing } from '../words/clause.js';
import type { IsoDate, IsoInstant } from '../words/dates.js';
import type { Directory } from '../words/directory.js';
import type { Parameters } from '../words/parameters.js';
import type { CaseUnit, Principal } from '../words/party.js';
import type { Desk, Seat } from './desk.js';
import type { Deadline, Standstill } from './occurrence.js';
import type { RelatedCases } from './relation.js';

export interface Actor {
  userId: string;
  name: string;
  unitId: string | null;
  /** `unit:<id>`, `role:<id>`, `user:<id>`, or `system`. */
  principals: readonly Principal[];
  /** Whose absence this person stands in for. What they may do is then the absent person's; who they are stays their own. */
  actingFor?: { userId: string; name: string; unitId: string | null };
}

/** The unit in whose name somebody acts: in another's absence that person's, not their own. */
export const officeOf = ({ unitId, actingFor }: Actor): string | null => (actingFor ? actingFor.unitId : unitId);

const namedAs = ({ name, actingFor }: Actor): string => (actingFor ? `${name}代${actingFor.name}` : name);

/** Who it was, in a sentence: the office, and the person unless their name says it. */
export function speakerOf({ actor, directory }: Pick<Facts, 'actor' | 'directory'>): string {
  const name = namedAs(actor);
  const office = directory.units.get(officeOf(actor) ?? '')?.name;
  return office === undefined || name.startsWith(office) ? name : `${office}（${name}）`;
}

/** The engine itself, for events that time or another case brings. */
export const SYSTEM: Actor = { userId: 'system', name: '系统', unitId: null, principals: ['system'] };

export interface DocumentFact {
  id: string;
  kind: string;
  sha256: string;
  uploadedOn: IsoDate;
  /** For people; no rule reads them. */
  name?: string;
  size?: number;
}

/** What the world says at the moment of an event. Machines ask for nothing themselves: no clock, no database. */
export interface Facts {
  now: IsoInstant;
  today: IsoDate;
  calendar: Calendar;
  /** The regulation the case is decided under. */
  regulation: Citing;
  /** The numbers of that regulation and of the house. */
  parameters: Parameters;
  actor: Actor;
  caseId: string;
  /** The number people call the case by. */
  number: string;
  /** The unit the case belongs to. */
  unit: CaseUnit;
  documents: readonly DocumentFact[];
  directory: Directory;
  /** How the office has arranged its work on this case. */
  desk: Desk;
  /** As whom the step is taken, which may be as somebody it was taken over from; known once the step is chosen. */
  seat?: Seat;
  /** Other cases that rules asked to see. */
  related: RelatedCases;
  /** The case's own clocks as they stand: open and paused. */
  deadlines: readonly Deadline[];
  /** When the case stood still as a whole. */
  stood: Standstill;
  /** The seq the case will have once this event is accepted. */
  seq: number;
}
