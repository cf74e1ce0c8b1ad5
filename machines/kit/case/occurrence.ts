import type { IsoDate, IsoInstant } from '../words/dates.js';
import type { Pause } from '../words/period.js';

export type DeadlineKind = 'duty' | 'tracking' | 'timer' | 'reminder';

export type DeadlineStatus = 'open' | 'paused' | 'done' | 'cancelled';

/** One occurrence of a deadline, as the database keeps it. */
export interface Deadline {
  id: string;
  name: string;
  /** The seq of the event that opened it: entering a state again opens another occurrence. */
  occurrence: number;
  kind: DeadlineKind;
  openedOn: IsoDate;
  /** The day the count starts from. */
  startsOn: IsoDate;
  /** Null for a tracking reminder. */
  dueOn: IsoDate | null;
  provisional: boolean;
  /** How the day was counted, for people: `申请之日起10个工作日`. */
  rule: string;
  status: DeadlineStatus;
  pauses: readonly Pause[];
  /** The last rung of its ladder that has rung. */
  rung: string | null;
  nextRung: string | null;
  /** When the next rung rings; null when none is left or the clock is stopped. */
  nextAt: string | null;
  closedOn: IsoDate | null;
  /** When its last rung rang; only read where it is counted again. */
  rangAt?: IsoInstant;
}

/** A deadline as the step that closed it found it. */
export type Closed = Pick<Deadline, 'name' | 'openedOn' | 'startsOn' | 'pauses'>;

/** The stretches in which a case stood still as a whole (二(六)3), whatever clocks it had then; `why` says whose suspension it was. */
export type Standstill = readonly Pause[];
