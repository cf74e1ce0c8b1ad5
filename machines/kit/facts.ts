import type { Calendar } from './calendar.js';
import type { IsoDate, IsoInstant } from './dates.js';
import type { Deadline } from './deadline.js';
import type { Parameters } from './parameters.js';
import type { CaseUnit, Principal } from './party.js';

export interface Actor {
  userId: string;
  name: string;
  unitId: string | null;
  /** `unit:<id>`, `role:<id>`, or `system`. */
  principals: readonly Principal[];
}

/** The engine itself, for events that time or another case brings. */
export const SYSTEM: Actor = { userId: 'system', name: '系统', unitId: null, principals: ['system'] };

export interface DocumentFact {
  id: string;
  kind: string;
  sha256: string;
  /** For people; no rule reads them. */
  name?: string;
  size?: number;
}

/** What the world says at the moment of an event. Machines ask for nothing themselves: no clock, no database. */
export interface Facts {
  now: IsoInstant;
  today: IsoDate;
  calendar: Calendar;
  parameters: Parameters;
  actor: Actor;
  /** The unit the case belongs to. */
  unit: CaseUnit;
  documents: readonly DocumentFact[];
  /** The case's own clocks as they stand: open and paused. */
  deadlines: readonly Deadline[];
  /** The seq the case will have once this event is accepted. */
  seq: number;
}
