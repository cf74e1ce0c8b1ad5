import { instantOf } from '#machines/kit/dates.js';
import type { CaseRow } from '../persistence/entities/case.entity.js';
import { lightOfRow, type Days } from '../persistence/stores/case-list.store.js';

/** A case in a list: where it stands and how urgent it is, without what only its page shows. */
export function caseSummary(row: CaseRow, unitName: (id: string) => string, days: Days) {
  return {
    id: row.id,
    number: row.number,
    procedure: row.procedure,
    procedureVersion: row.procedureVersion,
    title: row.title,
    seq: row.seq,
    stage: row.stage,
    states: row.states,
    stateLabel: row.stateLabel,
    status: row.status,
    unit: { id: row.unitId, name: unitName(row.unitId) },
    waitingOn: row.waitingKind === null ? null : waiting(row, unitName),
    dueOn: row.dueOn,
    light: lightOfRow(row, days),
    createdAt: instantOf(row.createdAt.getTime()),
    movedAt: instantOf(row.movedAt.getTime()),
  };
}

export type CaseSummary = ReturnType<typeof caseSummary>;

function waiting(row: CaseRow, unitName: (id: string) => string) {
  const unit = row.waitingPrincipal?.startsWith('unit:') ? row.waitingPrincipal.slice('unit:'.length) : null;
  return {
    kind: row.waitingKind,
    unit: unit === null ? null : { id: unit, name: unitName(unit) },
    role: row.waitingPrincipal?.startsWith('role:') ? row.waitingPrincipal.slice('role:'.length) : null,
    label: row.waitingParty,
    clause: row.waitingClause,
    since: row.waitingSince && instantOf(row.waitingSince.getTime()),
  };
}
