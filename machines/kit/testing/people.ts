import type { Actor } from '../case/facts.js';
import type { Procedure } from '../law/procedure.js';
import { principalsOf, type CaseUnit, type Principal } from '../words/party.js';
import type { Tale } from './docket.js';

const unit = (id: string, kind: string, supervisingUnitId: string | null = null): CaseUnit => ({
  id,
  name: `单位${id}`,
  kind,
  creditCode: '11341723991000107M',
  supervisingUnitId,
});

/** One unit of every kind that the rules tell apart. */
const UNITS = [
  unit('department', 'department'),
  unit('institution', 'institution', 'department'),
  unit('township', 'township'),
  unit('zone', 'zone'),
];

/**
 * Returns everyone who may take part in a case: an applicant of every kind, and for every role an office of two people
 * that holds it.
 */
export function everybody(procedures: readonly Procedure[]): {
  units: Record<string, CaseUnit>;
  actors: Record<string, Actor>;
} {
  const roles = procedures
    .flatMap((p) => Object.values(p.parties))
    .flatMap((party) => (party.kind === 'role' ? [party.role] : []));
  const offices = [...new Set(roles)].map((role) => ({ of: unit(`office-of-${role}`, 'department'), roles: [role] }));
  const applicants = UNITS.map((of) => ({ of, roles: [of.kind === 'township' ? 'township' : 'project-unit'] }));
  const all = [...applicants, ...offices];
  const person = (id: string, of: CaseUnit, held: readonly string[]): Actor => ({
    userId: id,
    name: `${id}经办人`,
    unitId: of.id,
    principals: [`unit:${of.id}`, ...held.map((r) => `role:${r}`), `user:${id}`],
  });
  const people = all.flatMap(({ of, roles: held }) => [person(of.id, of, held), person(`${of.id}-deputy`, of, held)]);
  return {
    units: Object.fromEntries(all.map(({ of }) => [of.id, of])),
    actors: Object.fromEntries(people.map((p) => [p.userId, p])),
  };
}

/** Returns those who may act in a case as it stands. */
export function partiesAround({ procedure, unit: of, state }: Tale, people: readonly Actor[]): Actor[] {
  const standing = { unit: of, context: state.snapshot.context };
  const parties = Object.keys(procedure.parties).flatMap((id) => principalsOf(id, procedure.parties, standing));
  const desk = [...state.desk.assignments.map((a) => a.to), ...state.desk.signers.map((s) => s.principal)];
  const wanted = new Set<Principal | null>([...parties, ...desk, ...state.position.waits.map((w) => w.principal)]);
  return people.filter(
    (a) =>
      a.principals.some((p) => wanted.has(p)) &&
      (!a.userId.endsWith('-deputy') || a.principals.some((p) => desk.includes(p))),
  );
}
