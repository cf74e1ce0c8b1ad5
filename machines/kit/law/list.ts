import type { Position } from '../case/standing.js';
import type { ClauseId } from '../words/clause.js';

/** What a list can look at: what the case's own events have established, and where it stands. Never the day: that is the deadline's. */
export interface Standing<Context> {
  context: Context;
  position: Position;
}

/** A list that officials keep by hand elsewhere: 合同未备案. Kept up to date with every event, so that asking for it reads a column. */
export interface CaseList<Context = unknown> {
  label: string;
  clause: ClauseId;
  /** What is on it, in a sentence. */
  says: string;
  holds(standing: Standing<Context>): boolean;
  /** The deadlines whose day says how urgent it is; of several that are open the nearest. */
  deadlines?: readonly string[];
}

export type CaseLists<Context> = Readonly<Record<string, CaseList<Context>>>;
