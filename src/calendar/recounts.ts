/**
 * Asks for a recount of the cases' deadlines, because the calendar has another edition. Nobody waits for it; the
 * sweeper finds what it misses.
 */
export interface Recounts {
  recount(): void;
}

/** Nest injection token of the Recounts. */
export const RECOUNTS = Symbol('RECOUNTS');
