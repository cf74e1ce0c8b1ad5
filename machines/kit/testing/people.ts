import type { Actor } from '../facts.js';
import { principalOf, type CaseUnit, type Principal } from '../party.js';
import type { Procedure } from '../procedure.js';

/** Someone a procedure can meet, with the unit on whose behalf they would begin a case. */
export interface Person {
  actor: Actor;
  unit: CaseUnit;
}

const unit = (id: string, kind: string, supervisingUnitId: string | null = null): CaseUnit => ({
  id, name: `单位${id}`, kind, creditCode: '11341723991000107M', supervisingUnitId,
});

/** One unit of every sort that the rules tell apart. */
const UNITS = [unit('department', 'department'), unit('institution', 'institution', 'department'), unit('township', 'township'), unit('zone', 'zone')];

/** Everyone who may have a part in a case: an applicant of every sort, and for every role of the procedure an office that holds it. */
export function peopleOf(procedure: Procedure): Person[] {
  const roles = Object.values(procedure.parties).flatMap((party) => (party.kind === 'role' ? [party.role] : []));
  const offices = [...new Set(roles)].map((role) => ({ unit: unit(`office-of-${role}`, 'department'), roles: [role] }));
  const applicants = UNITS.map((u) => ({ unit: u, roles: [u.kind === 'township' ? 'township' : 'project-unit'] }));
  return [...applicants, ...applicants, ...applicants, ...offices].map(({ unit: of, roles: held }) => ({
    unit: of,
    actor: { userId: of.id, name: `${of.name}经办人`, unitId: of.id, principals: [`unit:${of.id}`, ...held.map((r) => `role:${r}`)] },
  }));
}

/** Those who may act in the case of a unit, each principal once. */
export function partiesAround(procedure: Procedure, people: readonly Person[], of: CaseUnit): Actor[] {
  const wanted = new Set<Principal | null>(Object.values(procedure.parties).map((party) => principalOf(party, procedure.parties, of)));
  return people.map((p) => p.actor).filter((a) => a.principals.some((p) => wanted.has(p)));
}
