import type { CaseState, Link, Signal, Snapshot } from '#machines/kit/case/case.js';
import type { Cause } from '#machines/kit/case/cause.js';
import type { Desk } from '#machines/kit/case/desk.js';
import type { Actor, DocumentFact } from '#machines/kit/case/facts.js';
import type { Notice } from '#machines/kit/case/notice.js';
import type { Deadline } from '#machines/kit/case/occurrence.js';
import type { Look, Related } from '#machines/kit/case/relation.js';
import type { Wait } from '#machines/kit/case/standing.js';
import type { Rung } from '#machines/kit/decide/ring.js';
import type { Judged } from '#machines/kit/law/judge.js';
import type { ParameterSets } from '#machines/kit/law/parameter-sets.js';
import type { Procedures } from '#machines/kit/law/procedures.js';
import type { Calendar } from '#machines/kit/words/calendar.js';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import type { Directory } from '#machines/kit/words/directory.js';
import type { CaseUnit, Principal } from '#machines/kit/words/party.js';

/** A case as a store keeps it. Lists, not decisions, read what is not in the snapshot. */
export interface CaseRecord {
  id: string;
  number: string;
  procedure: string;
  procedureVersion: number;
  definitionHash: string;
  title: string;
  seq: number;
  stage: string | null;
  snapshot: Snapshot;
  audience: readonly Principal[];
  desk: Desk;
  /** What makes the case the only one of its kind. */
  businessKey: string | null;
  createdBy: string;
  waitingSince: IsoInstant | null;
  createdAt: IsoInstant;
  /** When its last step was accepted. A reminder or an act is no movement. */
  movedAt: IsoInstant;
  lastHash: string;
  unit: CaseUnit;
  /** The oldest edition of the calendar with which any of its running deadlines was counted. */
  countedWith: number;
}

export type Looked = Readonly<Record<string, readonly { case: string; seq: number }[]>>;

/** One line of history. Readers get it as it is; `hash` covers every other field. */
export interface HistoryRow {
  caseId: string;
  seq: number;
  at: IsoInstant;
  type: string;
  data: unknown;
  actor: { id: string; name: string; unit: string | null };
  /** The absent person the actor stood in for. Absent when they acted for themselves. */
  actingFor?: { id: string; name: string; unit: string | null };
  from: readonly string[];
  to: readonly string[];
  /** The regulation whose clauses these are. Absent in rows from before there were several. */
  regulation?: string;
  clauses: readonly string[];
  judged: readonly Judged[];
  /**
   * The other cases it found, by the names its rules use, each as of its last event then. Absent when it found none.
   */
  looked?: Looked;
  /** Why it came, if another case sent it: who decided what there. Absent in rows of an older program. */
  cause?: Cause;
  procedureVersion: number;
  prevHash: string;
  hash: string;
}

/** Everything one decision needs, read under the lock of its case. */
export interface Loaded {
  record: CaseRecord;
  /** The open and the paused ones. */
  deadlines: Deadline[];
  documents: DocumentFact[];
  /** The duties that were done late, the last one first. No decision reads them. */
  doneLate: Deadline[];
  now: IsoInstant;
  /** The earlier answer to the same person under the same key. */
  answered: Answered | null;
}

export interface Answered {
  request: string;
  answer: Answer;
}

/** What a doorway sends back. The engine only keeps it for a repeated request. */
export interface Answer {
  status: number;
  body: string;
}

export interface KeyedRequest {
  actorId: string;
  key: string;
  /** The fingerprint of what was asked. */
  request: string;
}

/** A deadline with those who owe it now, for lists. The law reads that from the case. */
export interface OwedDeadline extends Deadline {
  owedBy: readonly Principal[];
}

/** Who is waited for in which state: the waits that an event has begun, and those it has ended. */
export interface WaitChange {
  begun: readonly Wait[];
  ended: readonly Wait[];
}

/** Everything one accepted event changes. One statement writes it. */
export interface Change {
  record: CaseRecord;
  state: CaseState;
  /** The officials' lists on which the case is from now on. */
  lists: readonly string[];
  row: HistoryRow | null;
  deadlines: readonly OwedDeadline[];
  waits: WaitChange;
  notices: readonly (Notice & { source: string; plannedAt: IsoInstant })[];
  signals: readonly Signal[];
  links: readonly Link[];
  reminder: (Rung & { firedAt: IsoInstant }) | null;
}

export interface Verdict<T> {
  change: Change | null;
  /** The answer to keep under the request's key, with or without a change. */
  answer: Answer | null;
  result: T;
}

/** What a store gives to a new case. */
export interface Fresh {
  id: string;
  number: string;
  now: IsoInstant;
  answered: Answered | null;
}

/**
 * Where cases are kept. Each method is one transaction: `work` decides on what was read under the lock, without waiting
 * for anything, and its result is written whole or not at all.
 */
export interface CaseStore {
  /** Changes a case. Null when there is no such case. */
  change<T>(caseId: string, keyed: KeyedRequest | null, work: (loaded: Loaded) => Verdict<T>): Promise<T | null>;
  /** Creates a case. `work` gets its id, its number and the present instant. */
  create<T>(prefix: string, keyed: KeyedRequest | null, work: (fresh: Fresh) => Verdict<T>): Promise<T>;
  /** Does the same as `change`; the deadlines also know when they last rang. */
  recount<T>(caseId: string, work: (loaded: Loaded) => Verdict<T>): Promise<T | null>;
  /** Reads several cases without a lock, and leaves out those that do not exist. */
  loadAll(caseIds: readonly string[]): Promise<Loaded[]>;
  /** Reads one case without a lock, for a view. */
  load(caseId: string): Promise<Loaded | null>;
  /** Returns the cases that match a look, as they stand now, read without a lock. `caseId` is the case that looks. */
  related(caseId: string | null, look: Look): Promise<Related[]>;
  /** Returns the case to which a deadline belongs. */
  caseOfDeadline(deadlineId: string): Promise<string | null>;
}

/** The key was used for another case at the very same moment. Nothing was written. */
export class KeyTaken extends Error {}

/** A case of this kind was begun at the very same moment. Nothing was written. */
export class AlreadyBegun extends Error {}

export const CASE_STORE = Symbol('CASE_STORE');

/** What every decision needs and no case owns. */
export interface WorldNow {
  calendar: Calendar;
  parameters: ParameterSets;
  directory: Directory;
  /** All procedures of all regulations. */
  procedures: Procedures;
}

/** The world, kept in memory, so that a decision waits for nothing. */
export interface World {
  current(): Promise<WorldNow>;
  /** Returns the people in whose absence this person acts today: the same person, with the absent one's powers. */
  standsInFor(actor: Actor): Promise<readonly Actor[]>;
}

export const WORLD = Symbol('WORLD');

/**
 * Who calls the engine. `doorway`: a person, an alarm or a sweep; it waits for what it tells other cases, also for what
 * somebody else is just carrying. `relay`: carries what one case tells another. It holds locks of the outbox, so
 * neither it nor what rings on its way may wait for other messages; and an event that is refused now may be accepted
 * later under the same key.
 */
export type Caller = 'doorway' | 'relay';

/**
 * A listener that hears of every change after its commit. It must not throw: the change stands, and the database still
 * holds what the listener misses.
 */
export interface AfterCommit {
  /** The caller is answered only after the returned promise has settled. */
  committed(change: Change, caller: Caller): void | Promise<void>;
}
