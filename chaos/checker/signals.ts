import type { IsoInstant } from '#machines/kit/words/dates.js';
import type { Findings } from './finding.js';
import { canonical, grouped } from './json.js';
import type { Life } from './life.js';
import type { OutboxRow, Rows } from './rows.js';

const KEY = /^outbox-(\d+)/;
const ENDED = new Set(['closed', 'terminated']);

/**
 * d. What one case has told another is once in the other's history, unless the other had ended; and nothing is there
 * that nobody has told. The answers are checked as long as they are kept.
 */
export function checkSignals(
  { outbox, history, answers, answersSince, links, cases }: Rows,
  lives: ReadonlyMap<string, Life>,
  until: IsoInstant,
  findings: Findings,
): void {
  const linked = grouped(links, (l) => `${l.from_case} ${l.kind}`);
  const status = new Map(cases.map((c) => [c.id, c.status]));
  const taken = grouped(
    answers.filter((a) => a.actor_id === 'system' && a.status === 200),
    (a) => KEY.exec(a.key)?.[1] ?? a.key,
  );
  const told = new Map<string, { rows: number; signals: OutboxRow[]; ended: boolean }>();
  const at = (target: string, type: string, data: unknown) => {
    const key = canonical([target, type, data ?? {}]);
    let entry = told.get(key);
    if (!entry) told.set(key, (entry = { rows: 0, signals: [], ended: ENDED.has(status.get(target) ?? '') }));
    return entry;
  };
  for (const row of history) {
    if (row.actor.id === 'system' && row.seq > 1 && !lives.get(row.case_id)?.brought.has(row.seq))
      at(row.case_id, row.type, row.data).rows++;
  }
  for (const row of outbox.filter((o) => o.kind === 'signal')) {
    if (row.done_at === null) {
      if (Date.parse(row.created_at) <= Date.parse(until))
        findings.lost(`signal ${row.id} (${row.source}) has not been carried${row.error ? `: ${row.error}` : ''}`);
      continue;
    }
    const { to, relation, event, data } = row.payload;
    const targets: string[] = to ? [to] : (linked.get(`${row.case_id} ${relation}`) ?? []).map((l) => l.to_case);
    for (const target of targets) at(target, event, data).signals.push(row);
    const applied = taken.get(row.id)?.length ?? 0;
    if (applied > targets.length)
      findings.doubled(`signal ${row.id} (${row.source}) was accepted ${applied} times by ${targets.length} cases`);
    if (Date.parse(row.created_at) <= Date.parse(answersSince)) continue;
    const mustTake = targets.filter((target) => !ENDED.has(status.get(target) ?? ''));
    if (applied < mustTake.length)
      findings.lost(
        `signal ${row.id} (${row.source}) was accepted ${applied} times, ${mustTake.length} cases are under way`,
      );
  }
  for (const [key, { rows, signals, ended }] of told) {
    const ids = signals.map((s) => s.id).join(', ');
    if (rows > signals.length)
      findings.doubled(`${rows} events ${key} came of ${signals.length} signals (${ids || 'none'})`);
    if (rows < signals.length && !ended)
      findings.lost(`${rows} events ${key} came of ${signals.length} signals (${ids})`);
  }
}
