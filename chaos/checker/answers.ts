import type { Findings } from './finding.js';
import { grouped } from './json.js';
import type { Rows } from './rows.js';

/** e. No answer is kept without its step, and no step has two answers. */
export function checkAnswers({ answers, history }: Rows, findings: Findings): void {
  const rows = new Map(history.map((h) => [`${h.case_id} ${h.seq}`, h]));
  const accepted = answers
    .filter((a) => a.actor_id !== 'system' && a.status < 300)
    .map((a) => ({ ...a, said: JSON.parse(a.body) as { id: string; seq: number } }));
  for (const { actor_id, key, said } of accepted) {
    const row = rows.get(`${said.id} ${said.seq}`);
    if (!row)
      findings.lost(
        `the answer to ${actor_id} under key ${key} says event ${said.seq} of case ${said.id}, which is not in history`,
      );
    else if (row.actor.id !== actor_id)
      findings.wrong(
        `the answer to ${actor_id} under key ${key} says event ${said.seq} of case ${said.id}, which is by ${row.actor.id}`,
      );
  }
  for (const [step, each] of grouped(accepted, ({ said }) => `${said.id} ${said.seq}`)) {
    if (each.length > 1)
      findings.doubled(`event ${step} was answered under ${each.length} keys: ${each.map((a) => a.key).join(', ')}`);
  }
}

/** e. Where everybody sends a key, no step of a person lacks its kept answer. */
export function checkKeyed({ answers, history }: Rows, findings: Findings): void {
  const answered = new Set(
    answers
      .filter((a) => a.actor_id !== 'system' && a.status < 300)
      .map((a) => {
        const { id, seq } = JSON.parse(a.body) as { id: string; seq: number };
        return `${id} ${seq}`;
      }),
  );
  for (const { case_id, seq, type, actor } of history) {
    if (actor.id !== 'system' && !answered.has(`${case_id} ${seq}`))
      findings.lost(`no answer is kept for event ${seq} ${type} of case ${case_id}`);
  }
}
