import { createHash } from 'node:crypto';
import type { Findings } from './finding.js';
import { canonical, grouped } from './json.js';
import type { HistoryRow, Rows } from './rows.js';

/**
 * a. Every history has no gap, and each row carries its own hash and that of the row before (docs/history-chain.md).
 */
export function checkChains({ cases, history }: Pick<Rows, 'cases' | 'history'>, findings: Findings): void {
  const byCase = grouped(history, (row) => row.case_id);
  for (const { id, seq, last_hash } of cases) {
    const rows = byCase.get(id) ?? [];
    let prevHash = '0'.repeat(64);
    rows.forEach((row, i) => {
      const at = `case ${id}, row ${row.seq}`;
      if (row.seq !== i + 1) findings.wrong(`${at}: its place is ${i + 1}`);
      if (row.prev_hash !== prevHash) findings.wrong(`${at}: prevHash is not the hash of the row before`);
      if (row.hash !== fingerprint(row)) findings.wrong(`${at}: its hash is not that of its content`);
      prevHash = row.hash;
    });
    if (rows.length < seq) findings.lost(`case ${id}: stands at event ${seq}, history ends with ${rows.length}`);
    if (rows.length > seq) findings.doubled(`case ${id}: stands at event ${seq}, history has ${rows.length}`);
    if (last_hash !== prevHash) findings.wrong(`case ${id}: keeps another last hash than its history`);
  }
}

const fingerprint = (row: HistoryRow): string =>
  createHash('sha256')
    .update(
      canonical({
        caseId: row.case_id,
        seq: row.seq,
        at: row.at,
        type: row.type,
        data: row.data,
        actor: row.actor,
        ...(row.acting_for ? { actingFor: row.acting_for } : {}),
        from: row.from_states,
        to: row.to_states,
        ...(row.regulation === null ? {} : { regulation: row.regulation }),
        clauses: row.clauses,
        judged: row.judged,
        ...(row.looked ? { looked: row.looked } : {}),
        ...(row.cause ? { cause: row.cause } : {}),
        procedureVersion: row.procedure_version,
        prevHash: row.prev_hash,
      }),
    )
    .digest('hex');
