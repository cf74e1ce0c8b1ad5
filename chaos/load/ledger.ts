import type pg from 'pg';
import type { Findings } from '../checker/finding.js';
import { grouped } from '../checker/json.js';

/** A request as its sender remembers it. Without a status nobody ever answered it. */
export interface Entry {
  user: string;
  key: string;
  type: string;
  status: number | null;
  caseId: string | null;
  seq: number | null;
}

/** What the clients were told, kept outside the program's database. */
export class Ledger {
  readonly entries: Entry[] = [];

  add(entry: Entry): void {
    this.entries.push(entry);
  }

  get accepted(): number {
    return this.entries.filter((e) => e.status !== null && e.status < 300).length;
  }
}

interface Step {
  case_id: string;
  seq: number;
  type: string;
  by: string;
}

/**
 * Checks that a step answered 2xx is in history exactly once, that a refused one is not, and that one without an answer
 * is there at most once. History contains no step that nobody sent.
 */
export async function checkLedger(pool: pg.Pool, { entries }: Ledger, findings: Findings): Promise<void> {
  const { rows: steps } = await pool.query<Step>(
    `select case_id, seq, type, actor->>'id' as by from history where actor->>'id' <> 'system'`,
  );
  const { rows: answers } = await pool.query<{ actor_id: string; key: string; status: number; body: string }>(
    `select actor_id, key, status, body from answers where actor_id <> 'system'`,
  );
  const byPlace = new Map(steps.map((s) => [`${s.case_id} ${s.seq}`, s]));
  const kept = new Map(
    answers.map((a) => [
      `${a.actor_id} ${a.key}`,
      { ...(JSON.parse(a.body) as { id?: string; seq?: number }), status: a.status },
    ]),
  );
  const claimed = new Set<string>();
  for (const [request, sent] of grouped(entries, (e) => `${e.user} ${e.key}`)) {
    const told = sent.filter((e) => e.status !== null && e.status < 300);
    const places = new Set(told.map((e) => `${e.caseId} ${e.seq}`));
    if (places.size > 1)
      findings.doubled(`${request} was answered with ${places.size} different events: ${[...places].join(', ')}`);
    for (const { caseId, seq, type, user } of told) {
      const step = byPlace.get(`${caseId} ${seq}`);
      if (!step)
        findings.lost(`${request} was told that ${type} is event ${seq} of case ${caseId}, which is not in history`);
      else if (step.type !== type || step.by !== user)
        findings.wrong(
          `${request} was told that ${type} is event ${seq} of case ${caseId}, which is ${step.type} by ${step.by}`,
        );
    }
    const answer = kept.get(request);
    const effect = answer && answer.status < 300 ? `${answer.id} ${answer.seq}` : null;
    if (told.length > 0 && effect !== null && !places.has(effect))
      findings.doubled(`${request} was told ${[...places].join()}, and the answer kept says ${effect}`);
    if (sent.some((e) => e.status !== null && e.status >= 300 && e.status !== 429) && effect !== null)
      findings.wrong(`${request} was refused, and event ${effect} came of it`);
    for (const place of [...places, ...(effect === null ? [] : [effect])]) claimed.add(place);
  }
  for (const { case_id, seq, type, by } of steps) {
    if (!claimed.has(`${case_id} ${seq}`))
      findings.doubled(`event ${seq} ${type} of case ${case_id} by ${by} came of no request that was sent once`);
  }
}
