import type { z } from 'zod';
import type { Desk } from '../case/desk.js';
import type { Facts } from '../case/facts.js';
import type { Notice } from '../case/notice.js';
import type { RelatedCases, RelationName, Relations } from '../case/relation.js';
import type { Wait } from '../case/standing.js';
import type { ClauseId } from '../words/clause.js';
import type { CaseUnit, Parties, PartyId } from '../words/party.js';
import type { DeadlineDefinition } from './deadline.js';
import type { EventCatalog, SystemEvents } from './events.js';
import type { Ladders } from './ladder.js';
import type { CaseLists } from './list.js';
import type { CaseMachine } from './machine.js';
import type { DocumentDefinition } from './papers.js';
import type { Rule } from './rule.js';

/** What people call an event, an act, or the beginning of a case. */
export const labelOf = ({ events, systemEvents, acts, creation }: Procedure, type: string): string =>
  type === CREATED ? creation.label : (events[type]?.label ?? systemEvents[type]?.label ?? acts[type]?.label ?? type);

/** The type of the first history row of every case. */
export const CREATED = 'created';

/** How a case of this procedure begins. */
export interface Creation<Context = unknown, Data = unknown> {
  label: string;
  payload: z.ZodType<Data>;
  clauses: readonly ClauseId[];
  /** Who may begin one; whoever belongs to a unit when it is not said. */
  by?: readonly PartyId[];
  rules: readonly Rule<unknown, Data>[];
  begin(data: Data, facts: Facts): Context;
  titleOf(data: Data, facts: Facts): string;
  /** What makes it the only one of its kind: `2026` for a yearly plan. */
  keyOf?(data: Data): string;
  /** Whose case it becomes, of the cases its rules have looked at; the unit of whoever begins it when it is not said. */
  unitOf?(related: RelatedCases): CaseUnit | undefined;
  /** Ties it to what its rules have looked at. */
  links?: readonly { relation: RelationName; as?: string }[];
}

/** A procedure is a value: everything the engine, the page and the documents know of it is read from here. */
export interface Procedure<Context = unknown> {
  id: string;
  version: number;
  title: string;
  /** Case numbers begin with it: `XM-2026-0001`. */
  numberPrefix: string;
  machine: CaseMachine;
  stages: readonly { id: string; label: string }[];
  parties: Parties;
  /** Parties who see every case; units that a case names see that case, from the day it first names them. */
  readers: readonly PartyId[];
  /** Parties who hand in documents; whoever only reads does not. */
  contributors: readonly PartyId[];
  events: EventCatalog;
  /** Events of time and of other cases; refused from a person. */
  systemEvents: SystemEvents;
  /** What offices do about a step without taking it. */
  acts: Acts;
  /** Cases of other procedures it is tied to. */
  relations: Relations;
  creation: Creation<Context>;
  deadlines: Readonly<Record<string, DeadlineDefinition<Context>>>;
  /** Whom the applicant has named to be called about the case, once it has. */
  contact?(context: Context): { name: string; phone: string } | undefined;
  ladders: Ladders;
  /** Lists that officials keep of these cases. */
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
 * Something an office does about a step without taking it: hands it over, asks for an opinion, informs somebody. It is an event of
 * the case like any other, but moves none of its states.
 */
export interface Act<Data = unknown> {
  label: string;
  payload: z.ZodType<Data>;
  clauses: readonly ClauseId[];
  /** Who may, in words. */
  by: string;
  may(situation: ActSituation, facts: Facts): boolean;
  rules: readonly Rule<ActSituation, Data>[];
  apply(desk: Desk, data: Data, situation: ActSituation, facts: Facts): Desk;
  /** Only tells somebody something: the case counts as untouched. */
  informs?: true;
  /** Who is told what; the desk is the one before the act. */
  notices?(data: Data, situation: ActSituation, facts: Facts): Omit<Notice, 'title'>[];
}

export type Acts = Readonly<Record<string, Act>>;

/** An act with its data's type worked out from its schema. */
export const act = <Data>(
  definition: Omit<Act<Data>, 'rules'> & { rules: readonly Rule<ActSituation, NoInfer<Data>>[] },
): Act<Data> => definition;
