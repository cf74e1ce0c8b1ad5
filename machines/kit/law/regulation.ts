import type { Chapter, ClauseId } from '../words/clause.js';
import type { IsoDate } from '../words/dates.js';
import type { Parameter } from '../words/parameters.js';
import type { Parties, PartyId } from '../words/party.js';
import type { Ladders } from './ladder.js';
import type { Procedure } from './procedure.js';

/**
 * One document as one value: its clauses, its numbers, its parties and its procedures. The engine and the doorways are given a list of
 * these and know none by name. Clause ids are bare inside and may be the same in two regulations; a procedure's id may not.
 */
export interface Regulation {
  id: string;
  title: string;
  /** The day it was issued; its numbers count from it. */
  issued: IsoDate;
  chapters: readonly Chapter[];
  /** How an official cites a clause: `2.4.2b` → `二(四)2`. */
  cite(clause: ClauseId): string;
  /** Its own numbers; those of the house come from `houseParameters`. */
  parameters: readonly Parameter[];
  ladders: Ladders;
  parties: Parties;
  /** Parties who read what administrators have changed. It is no part of any case. */
  auditReaders: readonly PartyId[];
  /** Every version a case may be pinned to. */
  procedures: readonly Procedure[];
}
