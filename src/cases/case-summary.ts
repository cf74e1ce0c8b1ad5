import { instantOf } from '#machines/kit/words/dates.js';
import type { Directory } from '#machines/kit/words/directory.js';
import type { WorldNow } from '../engine/ports.js';
import type { CaseRow } from '../persistence/entities/case.entity.js';
import { lightOfRow, type Days } from '../persistence/stores/case-list.store.js';

/** Returns a case as a list shows it: where it stands and how urgent it is, without what only its page shows. */
export function caseSummary(row: CaseRow, days: Days & Pick<WorldNow, 'directory' | 'procedures'>) {
  const unitName = (id: string): string => days.directory.units.get(id)?.name ?? id;
  return {
    id: row.id,
    number: row.number,
    procedure: row.procedure,
    procedureVersion: row.procedureVersion,
    // An ended case may be of a procedure that the program no longer has.
    regulation: days.procedures.regulationWith(row.procedure)?.id ?? null,
    title: row.title,
    seq: row.seq,
    stage: row.stage,
    states: row.states,
    stateLabel: row.stateLabel,
    status: row.status,
    unit: { id: row.unitId, name: unitName(row.unitId) },
    waitingOn: row.waitingKind === null ? null : waiting(row, unitName, days.directory),
    dueOn: row.dueOn,
    light: lightOfRow(row, days),
    createdAt: instantOf(row.createdAt.getTime()),
    movedAt: instantOf(row.movedAt.getTime()),
  };
}

export type CaseSummary = ReturnType<typeof caseSummary>;

function waiting({ waitingPrincipal, ...row }: CaseRow, unitName: (id: string) => string, { people }: Directory) {
  const of = (kind: string): string | null =>
    waitingPrincipal?.startsWith(`${kind}:`) ? waitingPrincipal.slice(kind.length + 1) : null;
  const [unit, person] = [of('unit'), of('user')];
  return {
    kind: row.waitingKind,
    unit: unit === null ? null : { id: unit, name: unitName(unit) },
    person: person === null ? null : { id: person, name: people.get(person)?.name ?? person },
    role: of('role'),
    label: row.waitingParty,
    clause: row.waitingClause,
    since: row.waitingSince && instantOf(row.waitingSince.getTime()),
  };
}
