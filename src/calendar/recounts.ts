/** Has the deadlines of cases counted again, soon: the calendar has another edition. Never waited for; the sweeper finds what it misses. */
export interface Recounts {
  recount(): void;
}

/** Nest injection token of the Recounts. */
export const RECOUNTS = Symbol('RECOUNTS');
