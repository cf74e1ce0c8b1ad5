import type { IsoDate, IsoInstant } from '../words/dates.js';
import type { Pause } from '../words/period.js';

export type DeadlineKind = 'duty' | 'tracking' | 'timer' | 'reminder';

export type DeadlineStatus = 'open' | 'paused' | 'done' | 'cancelled';

/** One occurrence of a deadline, as the database keeps it. */
export interface Deadline {
  id: string;
  name: string;
  /** The seq of the event that opened it. Entering a state again opens another occurrence. */
  occurrence: number;
  kind: DeadlineKind;
  openedOn: IsoDate;
  /** The day the count starts from. */
  startsOn: IsoDate;
  /** Null for a tracking deadline. */
  dueOn: IsoDate | null;
  provisional: boolean;
  /** The sentence that tells people how the day was counted: `申请之日起10个工作日`. */
  rule: string;
  status: DeadlineStatus;
  pauses: readonly Pause[];
  /** The last rung of its ladder that has rung. */
  rung: string | null;
  nextRung: string | null;
  /** When the next rung rings. Null when no rung is left or the clock is stopped. */
  nextAt: string | null;
  closedOn: IsoDate | null;
  /** When its last rung rang. Only a recount reads it. */
  rangAt?: IsoInstant;
}

/** A deadline as it was when a step closed it. */
export type Closed = Pick<Deadline, 'name' | 'openedOn' | 'startsOn' | 'pauses'>;

/**
 * The stretches in which a case stood still as a whole (二(六)3), whatever deadlines it had then. `why` says whose
 * suspension it was.
 */
export type Standstill = readonly Pause[];
