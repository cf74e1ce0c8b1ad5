import type { z } from 'zod';
import type { Desk } from '../case/desk.js';
import type { Facts } from '../case/facts.js';
import type { Notice } from '../case/notice.js';
import type { RelatedCases, RelationName, Relations } from '../case/relation.js';
import type { Wait } from '../case/standing.js';
import type { ClauseId } from '../words/clause.js';
import type { CaseUnit, Parties, PartyId, Principal } from '../words/party.js';
import type { Decisions } from './decided.js';
import type { DeadlineDefinition } from './deadline.js';
import type { EventCatalog, SystemEvents } from './events.js';
import type { Ladders } from './ladder.js';
import type { CaseLists } from './list.js';
import type { CaseMachine } from './machine.js';
import type { DocumentDefinition } from './papers.js';
import type { Rule } from './rule.js';
import type { Excerpt } from './shown.js';

/** Returns what people call an event, an act, or the beginning of a case. */
export const labelOf = ({ events, systemEvents, acts, creation }: Procedure, type: string): string =>
  type === CREATED ? creation.label : (events[type]?.label ?? systemEvents[type]?.label ?? acts[type]?.label ?? type);

/** The type of the first history row of every case. */
export const CREATED = 'created';

/** How a case of this procedure begins. */
export interface Creation<Context = unknown, Data = unknown> {
  label: string;
  payload: z.ZodType<Data>;
  clauses: readonly ClauseId[];
  /** Who may begin one. By default everybody who belongs to a unit. */
  by?: readonly PartyId[];
  rules: readonly Rule<unknown, Data>[];
  begin(data: Data, facts: Facts): Context;
  /** Returns the title of the case, from what its events have established: a corrected name is its name everywhere. */
  titleOf(context: Context): string;
  /** What makes the case the only one of its kind: `2026` for a yearly plan. */
  keyOf?(data: Data): string;
  /**
   * Returns the unit that owns the case, from the cases its rules have looked at. By default the unit of the person who
   * begins it.
   */
  unitOf?(related: RelatedCases): CaseUnit | undefined;
  /** The ties to cases that its rules have looked at. */
  links?: readonly { relation: RelationName; as?: string }[];
}

/** A procedure is a value. The engine, the page and the documents read everything they know of it from here. */
export interface Procedure<Context = unknown> {
  id: string;
  version: number;
  title: string;
  /** The prefix of its case numbers: `XM-2026-0001`. */
  numberPrefix: string;
  machine: CaseMachine;
  stages: readonly { id: string; label: string }[];
  parties: Parties;
  /** Parties who see every case. Units that a case names see that case, from the day it first names them. */
  readers: readonly PartyId[];
  /**
   * Returns what a reader with these principals reads of a case, where some who see it read less than all. Null, and
   * without it: everything.
   */
  shown?(context: Context, reader: ReadonlySet<Principal>): Excerpt<Context> | null;
  /** Parties who hand in documents. A party that only reads does not. */
  contributors: readonly PartyId[];
  events: EventCatalog;
  /** The events of time and of other cases. From a person they are refused. */
  systemEvents: SystemEvents;
  /** What offices do about a step without taking it. */
  acts: Acts;
  /** The cases of other procedures it is tied to. */
  relations: Relations;
  creation: Creation<Context>;
  deadlines: Readonly<Record<string, DeadlineDefinition<Context>>>;
  /** The decisions of this procedure, as its machine lets them lapse. */
  decided?: Decisions<Context>;
  /** Returns the person whom the applicant has named to be called about the case, if there is one. */
  contact?(context: Context): { name: string; phone: string } | undefined;
  ladders: Ladders;
  /** The lists that officials keep of these cases. */
  lists: CaseLists<Context>;
  documents: Readonly<Record<string, DocumentDefinition>>;
}

/** What an act looks at: the desk, and whom the case waits on. */
export interface ActSituation {
  desk: Desk;
  waits: readonly Wait[];
  procedure: Procedure;
  context: unknown;
}

/**
 * Something an office does about a step without taking it: it hands the step over, asks for an opinion, informs
 * somebody. It is an event of the case like any other, but moves none of its states.
 */
export interface Act<Data = unknown> {
  label: string;
  payload: z.ZodType<Data>;
  clauses: readonly ClauseId[];
  /** Names who may do it, in words. */
  by: string;
  may(situation: ActSituation, facts: Facts): boolean;
  rules: readonly Rule<ActSituation, Data>[];
  apply(desk: Desk, data: Data, situation: ActSituation, facts: Facts): Desk;
  /** The act only tells somebody something: the case counts as untouched. */
  informs?: true;
  /** Returns who is told what. The desk is the one before the act. */
  notices?(data: Data, situation: ActSituation, facts: Facts): Omit<Notice, 'title'>[];
}

export type Acts = Readonly<Record<string, Act>>;

/** Builds an act. The type of its data comes from its schema. */
export const act = <Data>(
  definition: Omit<Act<Data>, 'rules'> & { rules: readonly Rule<ActSituation, NoInfer<Data>>[] },
): Act<Data> => definition;
