import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Named } from './frame.js';
import { spreadOf, type Spread } from './quantiles.js';

/** How long those with a turn took for it. */
export interface TurnTime extends Spread {
  finished: number;
  open: number;
  oldest: OpenTurn | null;
}

export interface OpenTurn {
  case: { id: string; number: string; title: string };
  since: IsoDate;
  workingDays: number;
}

export interface UnitTime extends TurnTime {
  unit: Named;
}

export interface OutsideTime extends TurnTime {
  /** The label of the body in its procedures. */
  body: string;
}

/** The turns of one unit, or of one body outside. */
export class Turns {
  private readonly finished: number[] = [];
  private open = 0;
  private oldest: (OpenTurn & { at: string }) | null = null;

  finish(days: number): void {
    this.finished.push(days);
  }

  /** `at`: when it began, in a form that sorts by time. */
  wait(turn: OpenTurn & { at: string }): void {
    this.open++;
    if (this.oldest === null || turn.at < this.oldest.at) this.oldest = turn;
  }

  time(): TurnTime {
    const { at: _, ...oldest } = this.oldest ?? { at: '' };
    return {
      finished: this.finished.length,
      ...spreadOf(this.finished),
      open: this.open,
      oldest: this.oldest && (oldest as OpenTurn),
    };
  }

  isEmpty(): boolean {
    return this.finished.length + this.open === 0;
  }
}
