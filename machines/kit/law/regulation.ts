import type { Chapter, ClauseId } from '../words/clause.js';
import type { IsoDate } from '../words/dates.js';
import type { Parameter } from '../words/parameters.js';
import type { Parties, PartyId } from '../words/party.js';
import type { Ladders } from './ladder.js';
import type { Procedure } from './procedure.js';

/**
 * One document as one value: its clauses, its numbers, its parties and its procedures. The engine and the doorways get
 * a list of these and know none by name. Clause ids are bare inside, and two regulations may use the same one. A
 * procedure's id is unique.
 */
export interface Regulation {
  id: string;
  title: string;
  /** The day it was issued. Its numbers count from that day. */
  issued: IsoDate;
  chapters: readonly Chapter[];
  /** Returns a clause as an official cites it: `2.4.2b` → `二(四)2`. */
  cite(clause: ClauseId): string;
  /** Its own numbers. Those of the house come from `houseParameters`. */
  parameters: readonly Parameter[];
  ladders: Ladders;
  parties: Parties;
  /** Parties who read what administrators have changed. The audit log is no part of any case. */
  auditReaders: readonly PartyId[];
  /** Every version to which a case may be pinned. */
  procedures: readonly Procedure[];
}
