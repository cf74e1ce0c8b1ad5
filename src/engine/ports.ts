import type { CaseState, Link, Signal, Snapshot } from '#machines/kit/case/case.js';
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

/** A case as a store keeps it; what is not in the snapshot is read by lists, not by decisions. */
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
  /** What makes it the only one of its kind. */
  businessKey: string | null;
  createdBy: string;
  waitingSince: IsoInstant | null;
  createdAt: IsoInstant;
  /** When its last step was accepted; a reminder is no movement, and neither is an act. */
  movedAt: IsoInstant;
  lastHash: string;
  unit: CaseUnit;
  /** The calendar's edition with which all of its running deadlines were counted, at least. */
  countedWith: number;
}

export type Looked = Readonly<Record<string, readonly { case: string; seq: number }[]>>;

/** One line of history. Delivered to readers as it is; `hash` covers every other field. */
export interface HistoryRow {
  caseId: string;
  seq: number;
  at: IsoInstant;
  type: string;
  data: unknown;
  actor: { id: string; name: string; unit: string | null };
  /** Whose absence the actor stood in for. Not there when they acted for themselves. */
  actingFor?: { id: string; name: string; unit: string | null };
  from: readonly string[];
  to: readonly string[];
  /** The regulation whose clauses these are. Not there in rows from before there were several. */
  regulation?: string;
  clauses: readonly string[];
  judged: readonly Judged[];
  /** The other cases it found, by what the rules call them, each as of its last event then. Not there when it found none. */
  looked?: Looked;
  procedureVersion: number;
  prevHash: string;
  hash: string;
}

/** Everything one decision needs, read under the lock of its case. */
export interface Loaded {
  record: CaseRecord;
  /** Open and paused ones. */
  deadlines: Deadline[];
  documents: DocumentFact[];
  now: IsoInstant;
  /** What was answered to the same person under the same key before. */
  answered: Answered | null;
}

export interface Answered {
  request: string;
  answer: Answer;
}

/** What a doorway sends back; the engine only keeps it for a repeated request. */
export interface Answer {
  status: number;
  body: string;
}

export interface KeyedRequest {
  actorId: string;
  key: string;
  /** Fingerprint of what was asked. */
  request: string;
}

/** A deadline with whoever owes it now, for lists; the law reads that from the case. */
export interface OwedDeadline extends Deadline {
  owedBy: readonly Principal[];
}

/** Who is waited for in which state: what has begun with an event, and what has ended. */
export interface WaitChange {
  begun: readonly Wait[];
  ended: readonly Wait[];
}

/** Everything one accepted event changes, written in one statement. */
export interface Change {
  record: CaseRecord;
  state: CaseState;
  /** The lists that officials keep on which the case is from now on. */
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
  /** Kept under the request's key, with the change or without one. */
  answer: Answer | null;
  result: T;
}

/** What a new case is given. */
export interface Fresh {
  id: string;
  number: string;
  now: IsoInstant;
  answered: Answered | null;
}

/**
 * Where cases are kept. Each method is one transaction: `work` decides, without waiting for anything, on what was read under
 * the lock, and what it returns is written whole or not at all.
 */
export interface CaseStore {
  /** Null when there is no such case. */
  change<T>(caseId: string, keyed: KeyedRequest | null, work: (loaded: Loaded) => Verdict<T>): Promise<T | null>;
  /** A new case; `work` is given its id, its number and the present instant. */
  create<T>(prefix: string, keyed: KeyedRequest | null, work: (fresh: Fresh) => Verdict<T>): Promise<T>;
  /** As `change`; the deadlines know when they last rang. */
  recount<T>(caseId: string, work: (loaded: Loaded) => Verdict<T>): Promise<T | null>;
  /** Reads several without a lock; those that are not there are left out. */
  loadAll(caseIds: readonly string[]): Promise<Loaded[]>;
  /** Reads without a lock, for a view. */
  load(caseId: string): Promise<Loaded | null>;
  /** The cases that match a look, as they stand now; read without a lock. `caseId` is the case that looks. */
  related(caseId: string | null, look: Look): Promise<Related[]>;
  /** The case a deadline belongs to. */
  caseOfDeadline(deadlineId: string): Promise<string | null>;
}

/** The key was used for another case in the very same moment; nothing was written. */
export class KeyTaken extends Error {}

/** A case of this kind was begun in the very same moment; nothing was written. */
export class AlreadyBegun extends Error {}

export const CASE_STORE = Symbol('CASE_STORE');

/** What every decision needs and no case owns. */
export interface WorldNow {
  calendar: Calendar;
  parameters: ParameterSets;
  directory: Directory;
  /** The law there is. */
  procedures: Procedures;
}

/** Kept in memory, so that a decision waits for nothing. */
export interface World {
  current(): Promise<WorldNow>;
  /** Those whose absence this person stands in for today: the same person, with what the absent one may do. */
  standsInFor(actor: Actor): Promise<readonly Actor[]>;
}

export const WORLD = Symbol('WORLD');

/**
 * Who has the engine do something. `doorway`: a person, an alarm, a sweep; what it tells other cases and somebody else is just carrying is
 * waited for. `relay`: what one case tells another. It is carried under locks of the outbox, so neither it nor what rings on its way may
 * wait for others that are; and what is refused now may be accepted later under the same key.
 */
export type Caller = 'doorway' | 'relay';

/** Told of every change after its commit. Must not throw: the change stands, and whatever is missed here is found in the database. */
export interface AfterCommit {
  /** What it returns is waited for before the caller is answered. */
  committed(change: Change, caller: Caller): void | Promise<void>;
}
