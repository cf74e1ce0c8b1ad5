import type { Calendar } from '../words/calendar.js';
import type { Citing } from '../words/clause.js';
import type { IsoDate, IsoInstant } from '../words/dates.js';
import type { Directory } from '../words/directory.js';
import type { Parameters } from '../words/parameters.js';
import type { CaseUnit, Principal } from '../words/party.js';
import type { Cause, Decider } from './cause.js';
import type { Desk, Seat } from './desk.js';
import type { Deadline, Standstill } from './occurrence.js';
import type { RelatedCases } from './relation.js';

export interface Actor {
  userId: string;
  name: string;
  unitId: string | null;
  /** `unit:<id>`, `role:<id>`, `user:<id>`, or `system`. */
  principals: readonly Principal[];
  /** The absent person this person stands in for. They may do what the absent person may do; they remain themselves. */
  actingFor?: { userId: string; name: string; unitId: string | null };
}

/** Returns the unit in whose name somebody acts. A substitute acts in the name of the absent person's unit. */
export const officeOf = ({ unitId, actingFor }: Actor): string | null => (actingFor ? actingFor.unitId : unitId);

const namedAs = ({ name, actingFor }: { name: string; actingFor?: { name: string } }): string =>
  actingFor ? `${name}代${actingFor.name}` : name;

const spoken = (office: string | undefined, name: string): string =>
  office === undefined || name.startsWith(office) ? name : `${office}（${name}）`;

/** Names who acted, for a sentence: the office, and the person unless their name says it already. */
export const speakerOf = ({ actor, directory }: Pick<Facts, 'actor' | 'directory'>): string =>
  spoken(directory.units.get(officeOf(actor) ?? '')?.name, namedAs(actor));

/** Names who decided something in another case. */
export const deciderNamed = ({ unit, ...by }: Decider): string => spoken(unit?.name, namedAs(by));

/** The engine itself, as the actor of events that time or another case brings. */
export const SYSTEM: Actor = { userId: 'system', name: '系统', unitId: null, principals: ['system'] };

export interface DocumentFact {
  id: string;
  kind: string;
  sha256: string;
  uploadedOn: IsoDate;
  /** The name for people to read. No rule reads it. */
  name?: string;
  size?: number;
}

/**
 * What the world says at the moment of an event. Machines ask for nothing themselves: they have no clock and no
 * database.
 */
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
  /** The number by which people call the case. */
  number: string;
  /** The unit the case belongs to. */
  unit: CaseUnit;
  documents: readonly DocumentFact[];
  directory: Directory;
  /** How the office has arranged its work on this case. */
  desk: Desk;
  /**
   * The party and principal as which the step is taken, perhaps as the one it was taken over from. Known once the step
   * is chosen.
   */
  seat?: Seat;
  /** The other cases that rules asked to see. */
  related: RelatedCases;
  /** The deadlines of the case as they stand, open and paused. */
  deadlines: readonly Deadline[];
  /** The stretches in which the case stood still as a whole. */
  stood: Standstill;
  /** Why the event comes, if another case has sent it. */
  cause?: Cause;
  /** The seq the case will have once this event is accepted. */
  seq: number;
}
