import { dayOf, type IsoInstant } from '#machines/kit/words/dates.js';
import type { Findings } from './finding.js';
import { grouped, same } from './json.js';
import type { Life, Sent } from './life.js';
import type { NotificationRow, OutboxRow, Rows } from './rows.js';
import type { World } from './world.js';

/**
 * d. What every event and every ring must send is in the outbox once, and nothing else is. Each message has arrived
 * once at everybody it is for. `until`: what left its case by then must be done.
 */
export function checkMessages(
  { outbox, notifications, absences }: Rows,
  lives: ReadonlyMap<string, Life>,
  world: World,
  until: IsoInstant,
  findings: Findings,
): void {
  const kept = grouped(outbox, (o) => o.source);
  const arrived = grouped(notifications, (n) => n.source);
  for (const life of lives.values())
    for (const sent of life.sent) checkKept(sent, kept.get(sent.source) ?? [], findings);
  const sources = new Set([...lives.values()].flatMap((life) => life.sent.map((s) => s.source)));
  const unsure = new Set([...lives.values()].filter((life) => life.state === null).map((life) => life.row.id));
  for (const row of outbox) {
    if (!sources.has(row.source) && !unsure.has(row.case_id))
      findings.wrong(`outbox ${row.id} (${row.source}) of case ${row.case_id} has no cause`);
    if (row.kind === 'notice')
      checkArrived(row, arrived.get(row.source) ?? [], entitled(row, arrived.get(row.source) ?? []), until, findings);
  }
  for (const [source, [first]] of arrived)
    if (!kept.has(source)) findings.wrong(`notification ${first!.id} (${source}) has no message in the outbox`);

  /** Returns everybody who holds the principal. For 待办 also those who stood in for one of them on the day. */
  function entitled({ payload }: OutboxRow, got: readonly NotificationRow[]): Set<string> {
    const people = world.holding(payload.to);
    if (payload.kind !== '待办' || got.length === 0) return new Set(people);
    const day = dayOf(got[0]!.sent_at);
    const away = absences.filter(
      (a) =>
        a.from_day <= day &&
        day <= a.to_day &&
        people.includes(a.user_id) &&
        (a.ended_at === null || a.ended_at > got[0]!.sent_at),
    );
    return new Set([...people, ...away.map((a) => a.substitute_id)]);
  }
}

function checkKept({ source, kind, payload }: Sent, rows: readonly OutboxRow[], findings: Findings): void {
  const [row] = rows;
  if (!row) return findings.lost(`${kind} ${source} was never put into the outbox`);
  if (rows.length > 1) findings.doubled(`${kind} ${source} is in the outbox ${rows.length} times`);
  if (row.kind !== kind || !same(row.payload, payload))
    findings.wrong(
      `outbox ${row.id} (${source}) says ${JSON.stringify(row.payload)}, by the law ${JSON.stringify(payload)}`,
    );
}

function checkArrived(
  row: OutboxRow,
  got: readonly NotificationRow[],
  people: ReadonlySet<string>,
  until: IsoInstant,
  findings: Findings,
): void {
  const what = `message ${row.id} (${row.source}) to ${row.payload.to}`;
  if (people.size > 0 && row.done_at === null && Date.parse(row.created_at) <= Date.parse(until))
    findings.lost(`${what} has not been carried${row.error ? `: ${row.error}` : ''}`);
  for (const [userId, each] of grouped(got, (n) => n.user_id)) {
    if (each.length > 1) findings.doubled(`${what} has arrived ${each.length} times at ${userId}`);
    if (!people.has(userId)) findings.wrong(`${what} has arrived at ${userId}, whom it is not for`);
    const odd = each.find(
      (n) =>
        n.kind !== row.payload.kind ||
        n.title !== row.payload.title ||
        n.text !== row.payload.text ||
        n.case_id !== row.case_id,
    );
    if (odd) findings.wrong(`notification ${odd.id} says something else than ${what}`);
  }
  if (row.done_at === null) {
    if (got.length > 0) findings.wrong(`${what} has arrived and is not done`);
    return;
  }
  const reached = new Set(got.map((n) => n.user_id));
  for (const userId of people) if (!reached.has(userId)) findings.lost(`${what} has not arrived at ${userId}`);
}
