import type { Facts } from '../case/facts.js';
import type { ClauseId } from '../words/clause.js';
import type { IsoDate } from '../words/dates.js';
import type { Whom } from '../words/party.js';
import type { Period } from '../words/period.js';

interface DeadlineBase<Context> {
  label: string;
  clause: ClauseId;
  /** Whose duty it is, or who should chase it. */
  whose: Whom<Context>;
  /** The day the count starts from; the day of the event unless given. */
  from?: (context: Context, facts: Facts) => IsoDate;
}

/** Something owed by a day: reminders before, on and after it. */
export interface Duty<Context> extends DeadlineBase<Context> {
  kind: 'duty';
  /** Key of the parameter that says how long. */
  period: string;
  /** As long as the case's own decision has made it, within that parameter. Null: the parameter. */
  length?: (context: Context) => Period | null;
  /** A day fixed by a decision (an extension) instead of a count. */
  until?: (context: Context, facts: Facts) => IsoDate | null;
  /** When that day was fixed: a clock that has stood still since moves it. The day it opens unless given. */
  decidedOn?: (context: Context, facts: Facts) => IsoDate;
  /** Name of the ladder its reminders climb. */
  ladder: string;
}

/** Nobody owes anything by a day, but it must not be forgotten: a reminder every so often. */
export interface Tracking<Context> extends DeadlineBase<Context> {
  kind: 'tracking';
  /** Key of the parameter that says how often. */
  period: string;
  /** What is asked each time, where something has to be done and not only waited for: `：请…。` */
  asks?: string;
}

/** A day that moves the case by itself, with reminders on the way. */
export interface Timer<Context> extends DeadlineBase<Context> {
  kind: 'timer';
  period: string;
  until?: (context: Context, facts: Facts) => IsoDate | null;
  decidedOn?: (context: Context, facts: Facts) => IsoDate;
  ladder: string;
  /** `end` (default): once the last day has passed. `start`: as soon as the day begins. */
  moment?: 'start' | 'end';
  /** The system event it sends then. */
  fires: string;
}

/** A day to be told of: nobody owes anything by it, nothing moves, and it is reached even after the case has ended. Done with its last ring. */
export interface Reminder<Context> extends DeadlineBase<Context> {
  kind: 'reminder';
  period: string;
  until?: (context: Context, facts: Facts) => IsoDate | null;
  decidedOn?: (context: Context, facts: Facts) => IsoDate;
  ladder: string;
}

// A case's context is only known to its own procedure; the engine hands it through untouched.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type DeadlineDefinition<Context = any> = Duty<Context> | Tracking<Context> | Timer<Context> | Reminder<Context>;
