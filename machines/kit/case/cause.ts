import type { IsoDate } from '../words/dates.js';

/** Who decided something: a person with their office, or the system. */
export interface Decider {
  id: string;
  name: string;
  unit: { id: string; name: string } | null;
  /** The absent person they stood in for. */
  actingFor?: { id: string; name: string };
}

/** Why a case takes an event that another case has sent: who decided what there, and for which reason. */
export interface Cause {
  case: { id: string; number: string; title: string };
  /** The event of that case. */
  seq: number;
  /** What was decided there. Absent if it goes back to a third case, which is nobody's business here. */
  type?: string;
  label?: string;
  by: Decider;
  /** What the decider wrote about it, as far as this case may hear it. */
  reason?: string;
}

/** What a signal says of its sender. The receiver keeps the part that its readers may have. */
export interface Sender {
  /** The id of the unit to which the sending case belongs. */
  unit: string;
  cause: Cause;
  /** The decision in yet another case that has moved the sending one. */
  origin?: Cause;
}

/** The last event that another case has sent. */
export interface Heard {
  on: IsoDate;
  seq: number;
  type: string;
  cause: Cause;
}
