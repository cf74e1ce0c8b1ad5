import type { Facts } from '../case/facts.js';
import type { IsoDate } from '../words/dates.js';
import type { Names } from '../words/names.js';
import type { Whom } from '../words/party.js';
import type { Period } from '../words/period.js';

type DeadlineNames = Pick<Names, 'clause' | 'party' | 'parameter' | 'ladder' | 'signal'>;

interface DeadlineBase<Context, N extends DeadlineNames> {
  label: string;
  clause: N['clause'];
  /** Whose duty it is, or who should chase it. */
  whose: Whom<Context, N['party']>;
  /** The day the count starts from; the day of the event unless given. */
  from?(context: Context, facts: Facts): IsoDate;
}

/** Something owed by a day: reminders before, on and after it. */
export interface Duty<Context, N extends DeadlineNames = Names> extends DeadlineBase<Context, N> {
  kind: 'duty';
  /** Key of the parameter that says how long. */
  period: N['parameter'];
  /** As long as the case's own decision has made it, within that parameter. Null: the parameter. */
  length?(context: Context): Period | null;
  /** A day fixed by a decision (an extension) instead of a count. */
  until?(context: Context, facts: Facts): IsoDate | null;
  /** When that day was fixed: a clock that has stood still since moves it. The day it opens unless given. */
  decidedOn?(context: Context, facts: Facts): IsoDate;
  /** Name of the ladder its reminders climb. */
  ladder: N['ladder'];
}

/** Nobody owes anything by a day, but it must not be forgotten: a reminder every so often. */
export interface Tracking<Context, N extends DeadlineNames = Names> extends DeadlineBase<Context, N> {
  kind: 'tracking';
  /** Key of the parameter that says how often. */
  period: N['parameter'];
  /** What is asked each time, where something has to be done and not only waited for: `：请…。` */
  asks?: string;
}

/** A day that moves the case by itself, with reminders on the way. */
export interface Timer<Context, N extends DeadlineNames = Names> extends DeadlineBase<Context, N> {
  kind: 'timer';
  period: N['parameter'];
  until?(context: Context, facts: Facts): IsoDate | null;
  decidedOn?(context: Context, facts: Facts): IsoDate;
  ladder: N['ladder'];
  /** `end` (default): once the last day has passed. `start`: as soon as the day begins. */
  moment?: 'start' | 'end';
  /** The system event it sends then. */
  fires: N['signal'];
}

/** A day to be told of: nobody owes anything by it, nothing moves, and it is reached even after the case has ended. Done with its last ring. */
export interface Reminder<Context, N extends DeadlineNames = Names> extends DeadlineBase<Context, N> {
  kind: 'reminder';
  period: N['parameter'];
  until?(context: Context, facts: Facts): IsoDate | null;
  decidedOn?(context: Context, facts: Facts): IsoDate;
  ladder: N['ladder'];
}

export type DeadlineDefinition<Context = unknown, N extends DeadlineNames = Names> =
  Duty<Context, N> | Tracking<Context, N> | Timer<Context, N> | Reminder<Context, N>;
