import type { Facts } from '../case/facts.js';
import type { IsoDate } from '../words/dates.js';
import type { Names } from '../words/names.js';
import type { Whom } from '../words/party.js';
import type { Period } from '../words/period.js';

type DeadlineNames = Pick<Names, 'clause' | 'party' | 'parameter' | 'ladder' | 'signal'>;

interface DeadlineBase<Context, N extends DeadlineNames> {
  label: string;
  clause: N['clause'];
  /** Who owes the duty, or who should chase it. */
  whose: Whom<Context, N['party']>;
  /** The day the count starts from. By default the day of the event. */
  from?(context: Context, facts: Facts): IsoDate;
}

/** Something owed by a day: reminders before, on and after it. */
export interface Duty<Context, N extends DeadlineNames = Names> extends DeadlineBase<Context, N> {
  kind: 'duty';
  /** The key of the parameter that says how long. */
  period: N['parameter'];
  /** The length that the case's own decision has set, within that parameter. Null: the parameter's. */
  length?(context: Context): Period | null;
  /** A day that a decision (an extension) has fixed. It replaces the count. */
  until?(context: Context, facts: Facts): IsoDate | null;
  /**
   * The day on which that day was fixed. A standstill after it moves the fixed day. By default the day the deadline
   * opens.
   */
  decidedOn?(context: Context, facts: Facts): IsoDate;
  /** The name of its ladder of reminders. */
  ladder: N['ladder'];
}

/** Something owed by no day that must not be forgotten: it reminds every so often. */
export interface Tracking<Context, N extends DeadlineNames = Names> extends DeadlineBase<Context, N> {
  kind: 'tracking';
  /** The key of the parameter that says how often. */
  period: N['parameter'];
  /** What each reminder asks for, where something must be done and not only waited for: `：请…。` */
  asks?: string;
}

/** A day that moves the case by itself, with reminders on the way. */
export interface Timer<Context, N extends DeadlineNames = Names> extends DeadlineBase<Context, N> {
  kind: 'timer';
  period: N['parameter'];
  until?(context: Context, facts: Facts): IsoDate | null;
  decidedOn?(context: Context, facts: Facts): IsoDate;
  ladder: N['ladder'];
  /** `end` (default): fires once the last day has passed. `start`: fires as soon as the day begins. */
  moment?: 'start' | 'end';
  /** The system event it sends then. */
  fires: N['signal'];
}

/**
 * A day to be told of. Nobody owes anything by it and nothing moves; it comes even after the case has ended. It is done
 * with its last ring.
 */
export interface Reminder<Context, N extends DeadlineNames = Names> extends DeadlineBase<Context, N> {
  kind: 'reminder';
  period: N['parameter'];
  until?(context: Context, facts: Facts): IsoDate | null;
  decidedOn?(context: Context, facts: Facts): IsoDate;
  ladder: N['ladder'];
}

export type DeadlineDefinition<Context = unknown, N extends DeadlineNames = Names> =
  Duty<Context, N> | Tracking<Context, N> | Timer<Context, N> | Reminder<Context, N>;
