import type { Position } from '../case/standing.js';
import type { ClauseId } from '../words/clause.js';

/**
 * What a list can look at: the facts that the case's own events have established, and where it stands. It never looks
 * at the day: that is the deadline's.
 */
export interface Standing<Context> {
  context: Context;
  position: Position;
}

/** A list that officials keep by hand elsewhere: 合同未备案. Every event updates it, so that a query reads one column. */
export interface CaseList<Context = unknown> {
  label: string;
  clause: ClauseId;
  /** What is on the list, in a sentence. */
  says: string;
  holds(standing: Standing<Context>): boolean;
  /** The deadlines whose day says how urgent a case on it is. The nearest open one counts. */
  deadlines?: readonly string[];
}

export type CaseLists<Context> = Readonly<Record<string, CaseList<Context>>>;
