import type { Directory, PersonFact } from '#machines/kit/words/directory.js';
import type { CaseUnit } from '#machines/kit/words/party.js';

/** The offices and people in the desk's examples, so that the examples hold in every regulation. */

const unit = (id: string, name: string, supervisingUnitId: string | null = null): CaseUnit => ({
  id,
  name,
  kind: 'department',
  creditCode: '',
  supervisingUnitId,
});

const person = (id: string, name: string, unitId: string): PersonFact => ({
  id,
  name,
  unitId,
  principals: [`unit:${unitId}`, `role:${unitId}`, `user:${id}`],
});

/** Builds their directory. `office` is the name of the office that decides. */
export function castOf(office: string): Directory {
  const units = [
    unit('office', office),
    unit('health', '县卫健委'),
    unit('education', '县教体局'),
    unit('finance', '县财政局'),
    unit('archives', '县档案局'),
    unit('audit', '县审计局'),
    unit('county-hospital', '县人民医院', 'health'),
    unit('no1-school', '县第一中学', 'education'),
  ];

  const people = [
    ...units.map(({ id, name }) => person(id, name, id)),
    person('office-deputy', `${office}第二经办人`, 'office'),
    person('health-deputy', '县卫健委第二经办人', 'health'),
  ];

  return {
    units: new Map(units.map((u) => [u.id, u])),
    people: new Map(people.map((p) => [p.id, p])),
    headless: new Set(),
  };
}
