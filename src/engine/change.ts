import type { CaseState } from '#machines/kit/case/case.js';
import { EMPTY_DESK } from '#machines/kit/case/desk.js';
import type { Notice } from '#machines/kit/case/notice.js';
import type { Deadline } from '#machines/kit/case/occurrence.js';
import type { RelatedCases } from '#machines/kit/case/relation.js';
import type { Wait } from '#machines/kit/case/standing.js';
import { listsOf } from '#machines/kit/decide/lists-of.js';
import { owedBy, type Rang } from '#machines/kit/decide/ring.js';
import type { Accepted } from '#machines/kit/decide/settle.js';
import type { recount } from '#machines/kit/decide/timekeeping.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import type { CaseUnit } from '#machines/kit/words/party.js';
import type { OpenedCase } from './case-of.js';
import { fingerprint, GENESIS } from './chain.js';
import { definitionHash } from './definitions.js';
import { hashBefore } from './guards.js';
import type { CaseRecord, Change, HistoryRow, Looked, OwedDeadline, WaitChange } from './ports.js';

/** Returns a case before its first event. */
export function firstRecord(
  procedure: Procedure,
  {
    id,
    number,
    now,
    unit,
    title,
    businessKey,
    createdBy,
  }: Pick<CaseRecord, 'id' | 'number' | 'title' | 'businessKey' | 'createdBy'> & { now: IsoInstant; unit: CaseUnit },
): CaseRecord {
  return {
    id,
    number,
    title,
    unit,
    procedure: procedure.id,
    procedureVersion: procedure.version,
    definitionHash: definitionHash(procedure),
    seq: 0,
    stage: null,
    snapshot: { value: {}, context: null },
    audience: [],
    desk: EMPTY_DESK,
    businessKey,
    createdBy,
    waitingSince: null,
    createdAt: now,
    movedAt: now,
    lastHash: GENESIS,
    countedWith: 0,
  };
}

/**
 * Deadlines that were running before stay as an older edition counted them. If the present calendar is older than
 * theirs, the case must be counted again.
 */
const countedWith = ({ seq, countedWith: before }: CaseRecord, { state, facts: { calendar } }: OpenedCase): number =>
  seq === 0 || state.deadlines.length === 0 ? calendar.edition : Math.min(before, calendar.edition);

const sameWait = (a: Wait | undefined, b: Wait | undefined): boolean =>
  a?.state === b?.state && a?.principal === b?.principal;

const who = ({ userId, name, unitId }: { userId: string; name: string; unitId: string | null }) => ({
  id: userId,
  name,
  unit: unitId,
});

const NO_CHANGE = { begun: [], ended: [] };

const without = (some: readonly Wait[], others: readonly Wait[]): Wait[] =>
  some.filter((wait) => !others.some((other) => other.party === wait.party && sameWait(other, wait)));

/** Keeps the day since when someone waits, if they go on waiting. */
const waitsAfter = (before: readonly Wait[], after: readonly Wait[]): WaitChange => ({
  begun: without(after, before),
  ended: without(before, after),
});

const owed = ({ procedure, facts }: OpenedCase, state: CaseState, deadline: Deadline): OwedDeadline => ({
  ...deadline,
  owedBy: [...new Set(owedBy(procedure, state, deadline, facts))],
});

/** Returns the deadlines an event has changed, and those it has only given into other hands. */
function owedAfter(opened: OpenedCase, after: CaseState, changed: readonly Deadline[]): OwedDeadline[] {
  const hands = (state: CaseState, d: Deadline): string => owed(opened, state, d).owedBy.join();
  const passed = after.deadlines.filter(
    (d) => !changed.some((c) => c.id === d.id) && hands(opened.state, d) !== hands(after, d),
  );
  return [...changed, ...passed].map((d) => owed(opened, after, d));
}

/**
 * Returns the cases from which an event may have taken something: those with a known seq, as of which they were read.
 */
function lookedAt(related: RelatedCases): { looked?: Looked } {
  const found = Object.entries(related).flatMap(([as, cases]) => {
    const read = cases.flatMap(({ id, seq }) => (seq === undefined ? [] : [{ case: id, seq }]));
    return read.length > 0 ? [[as, read] as const] : [];
  });
  return found.length > 0 ? { looked: Object.fromEntries(found) } : {};
}

/** Returns everything an accepted event writes. */
export function changeOf(before: CaseRecord, opened: OpenedCase, accepted: Accepted): Change {
  const { facts, state } = opened;
  const { next } = accepted;
  const seq = before.seq + 1;
  const body: Omit<HistoryRow, 'hash'> = {
    caseId: before.id,
    seq,
    at: facts.now,
    type: accepted.type,
    data: accepted.data ?? {},
    actor: who(facts.actor),
    ...(facts.actor.actingFor ? { actingFor: who(facts.actor.actingFor) } : {}),
    from: accepted.from,
    to: next.position.states,
    regulation: facts.regulation.id,
    clauses: accepted.clauses,
    judged: accepted.judged,
    ...lookedAt(facts.related),
    ...(facts.cause ? { cause: facts.cause } : {}),
    procedureVersion: before.procedureVersion,
    prevHash: hashBefore(before),
  };
  const row: HistoryRow = { ...body, hash: fingerprint(body) };
  // Arranging the work on a step does not move the case: the waits continue, and a case that is only passed round is
  // idle.
  const moves = !Object.hasOwn(opened.procedure.acts, accepted.type);
  const stays = before.seq > 0 && (!moves || sameWait(state.position.waits[0], next.position.waits[0]));
  const record: CaseRecord = {
    ...before,
    seq,
    title: next.title,
    stage: next.position.stage,
    snapshot: next.snapshot,
    audience: next.audience,
    desk: next.desk,
    lastHash: row.hash,
    movedAt: moves ? facts.now : before.movedAt,
    waitingSince: stays ? before.waitingSince : next.position.waits.length > 0 ? facts.now : null,
    countedWith: countedWith(before, opened),
  };
  return {
    record,
    state: next,
    lists: listsOf(opened.procedure, next),
    row,
    deadlines: owedAfter(opened, next, accepted.changedDeadlines),
    waits: waitsAfter(before.seq === 0 ? [] : state.position.waits, next.position.waits),
    signals: accepted.signals,
    links: accepted.links,
    reminder: null,
    notices: sourced(accepted.notices, `${before.id}/${seq}`, facts.now),
  };
}

/**
 * Returns everything a rung of a ladder writes: the reminder itself and, for a timer that has run out, the event it
 * brings.
 */
export function changeOfRing(
  before: CaseRecord,
  opened: OpenedCase,
  rang: Rang,
  brought: Accepted | null,
  now: IsoInstant,
): Change {
  const reminder = { ...rang.reminder, firedAt: now };
  const notices = sourced(rang.notices, `${rang.reminder.deadlineId}/${rang.reminder.rung}`, rang.reminder.plannedAt);
  const rung = owed(opened, opened.state, rang.deadline);
  const record = { ...before, countedWith: countedWith(before, opened) };
  if (brought === null)
    return {
      record,
      state: opened.state,
      lists: listsOf(opened.procedure, opened.state),
      row: null,
      deadlines: [rung],
      waits: NO_CHANGE,
      notices,
      signals: [],
      links: [],
      reminder,
    };
  const change = changeOf(before, opened, brought);
  const untouched = change.deadlines.some((d) => d.id === rang.deadline.id) ? [] : [rung];
  return {
    ...change,
    reminder,
    deadlines: [...change.deadlines, ...untouched],
    notices: [...change.notices, ...notices],
  };
}

/**
 * Returns the deadlines of a case counted again with the present calendar: no step, no history, no message. All are
 * written: a deadline that failed before is sound again, and a case kept by an older program gets the rows that lists
 * read.
 */
export function changeOfRecount(
  before: CaseRecord,
  opened: OpenedCase,
  { running }: ReturnType<typeof recount>,
): Change {
  const { state, facts } = opened;
  const after = { ...state, deadlines: running };
  return {
    record: { ...before, countedWith: facts.calendar.edition },
    state: after,
    lists: listsOf(opened.procedure, after),
    deadlines: running.map((d) => owed(opened, after, d)),
    waits: before.countedWith < 0 ? { begun: state.position.waits, ended: [] } : NO_CHANGE,
    row: null,
    notices: [],
    signals: [],
    links: [],
    reminder: null,
  };
}

/** Gives each message a source of its own, so that the same one can't be sent twice. */
const sourced = (notices: readonly Notice[], source: string, plannedAt: IsoInstant): Change['notices'] =>
  notices.map((notice, i) => ({ ...notice, plannedAt, source: `${source}/${i}` }));
