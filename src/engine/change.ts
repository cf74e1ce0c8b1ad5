import type { Accepted } from '#machines/kit/decide.js';
import { EMPTY_DESK } from '#machines/kit/desk.js';
import type { IsoInstant } from '#machines/kit/dates.js';
import type { Notice } from '#machines/kit/notices.js';
import type { CaseUnit } from '#machines/kit/party.js';
import type { Wait } from '#machines/kit/position.js';
import type { Procedure } from '#machines/kit/procedure.js';
import type { Rang } from '#machines/kit/ring.js';
import type { OpenedCase } from './case-of.js';
import { fingerprint, GENESIS } from './chain.js';
import { definitionHash } from './definitions.js';
import type { RelatedCases } from '#machines/kit/relation.js';
import type { CaseRecord, Change, HistoryRow, Looked } from './ports.js';

/** A case before its first event. */
export function firstRecord(
  procedure: Procedure,
  { id, number, now, unit, title, businessKey, createdBy }: Pick<CaseRecord, 'id' | 'number' | 'title' | 'businessKey' | 'createdBy'> & { now: IsoInstant; unit: CaseUnit },
): CaseRecord {
  return {
    id, number, title, unit, procedure: procedure.id, procedureVersion: procedure.version, definitionHash: definitionHash(procedure),
    seq: 0, stage: null, snapshot: { value: null, context: null }, audience: [], desk: EMPTY_DESK, businessKey, createdBy,
    waitingSince: null, createdAt: now, movedAt: now, lastHash: GENESIS,
  };
}

const sameWait = (a: Wait | undefined, b: Wait | undefined): boolean => a?.state === b?.state && a?.principal === b?.principal;

const who = ({ userId, name, unitId }: { userId: string; name: string; unitId: string | null }) => ({ id: userId, name, unit: unitId });

/** What an event may have taken from other cases: those whose seq is known, as of which they were read. */
function lookedAt(related: RelatedCases): { looked?: Looked } {
  const found = Object.entries(related).flatMap(([as, cases]) => {
    const read = cases.flatMap(({ id, seq }) => (seq === undefined ? [] : [{ case: id, seq }]));
    return read.length > 0 ? [[as, read] as const] : [];
  });
  return found.length > 0 ? { looked: Object.fromEntries(found) } : {};
}

/** Everything an accepted event writes. */
export function changeOf(before: CaseRecord, opened: OpenedCase, accepted: Accepted): Change {
  const { facts, state } = opened;
  const { next } = accepted;
  const seq = before.seq + 1;
  const body: Omit<HistoryRow, 'hash'> = {
    caseId: before.id, seq, at: facts.now, type: accepted.type, data: accepted.data ?? {},
    actor: who(facts.actor), ...(facts.actor.actingFor ? { actingFor: who(facts.actor.actingFor) } : {}),
    from: accepted.from, to: next.position.states, clauses: accepted.clauses, judged: accepted.judged, ...lookedAt(facts.related),
    procedureVersion: before.procedureVersion, prevHash: before.lastHash,
  };
  const row: HistoryRow = { ...body, hash: fingerprint(body) };
  // Arranging the work on a step is no movement: whoever waits goes on waiting, and a case that is only passed round is idle.
  const moves = !Object.hasOwn(opened.procedure.acts, accepted.type);
  const stays = before.seq > 0 && (!moves || sameWait(state.position.waits[0], next.position.waits[0]));
  const record: CaseRecord = {
    ...before, seq, title: next.title, stage: next.position.stage, snapshot: next.snapshot, audience: next.audience, desk: next.desk, lastHash: row.hash, movedAt: moves ? facts.now : before.movedAt,
    waitingSince: stays ? before.waitingSince : next.position.waits.length > 0 ? facts.now : null,
  };
  return {
    record, state: next, row, deadlines: accepted.changedDeadlines, signals: accepted.signals, links: accepted.links, reminder: null,
    notices: sourced(accepted.notices, `${before.id}/${seq}`, facts.now),
  };
}

/** Everything a rung of a ladder writes: the reminder itself and, for a timer that has run out, the event it brings. */
export function changeOfRing(before: CaseRecord, opened: OpenedCase, rang: Rang, brought: Accepted | null, now: IsoInstant): Change {
  const reminder = { ...rang.reminder, firedAt: now };
  const notices = sourced(rang.notices, `${rang.reminder.deadlineId}/${rang.reminder.rung}`, rang.reminder.plannedAt);
  if (brought === null) return { record: before, state: opened.state, row: null, deadlines: [rang.deadline], notices, signals: [], links: [], reminder };
  const change = changeOf(before, opened, brought);
  const untouched = change.deadlines.some((d) => d.id === rang.deadline.id) ? [] : [rang.deadline];
  return { ...change, reminder, deadlines: [...change.deadlines, ...untouched], notices: [...change.notices, ...notices] };
}

/** Each message has a source of its own, so that the same one can't be sent twice. */
const sourced = (notices: readonly Notice[], source: string, plannedAt: IsoInstant): Change['notices'] =>
  notices.map((notice, i) => ({ ...notice, plannedAt, source: `${source}/${i}` }));
