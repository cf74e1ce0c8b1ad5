import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { instantOf } from '#machines/kit/words/dates.js';
import type { HistoryRow } from '#src/engine/ports.js';

@Injectable()
export class HistoryStore {
  constructor(private readonly dataSource: DataSource) {}

  async of(caseId: string): Promise<HistoryRow[]> {
    const rows = await this.dataSource.query(
      `select case_id, seq, at, type, data, actor, acting_for, from_states, to_states, regulation, clauses, judged, looked, cause, procedure_version, prev_hash, hash
       from history where case_id = $1 order by seq`,
      [caseId],
    );
    return rows.map((r: Record<string, never> & { at: Date }): HistoryRow => ({
      caseId: r.case_id!,
      seq: r.seq!,
      at: instantOf(r.at.getTime()),
      type: r.type!,
      data: r.data,
      actor: r.actor!,
      ...(r.acting_for ? { actingFor: r.acting_for } : {}),
      from: r.from_states!,
      to: r.to_states!,
      ...(r.regulation ? { regulation: r.regulation } : {}),
      clauses: r.clauses!,
      judged: r.judged!,
      ...(r.looked ? { looked: r.looked } : {}),
      ...(r.cause ? { cause: r.cause } : {}),
      procedureVersion: r.procedure_version!,
      prevHash: r.prev_hash!,
      hash: r.hash!,
    }));
  }
}
