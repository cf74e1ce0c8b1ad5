import type { Related } from '#machines/kit/case/relation.js';
import { byForm } from '#machines/kit/law/cure.js';
import { no, unknown, yes } from '#machines/kit/law/rule.js';
import type { CaseUnit } from '#machines/kit/words/party.js';
import { rule } from '../law.js';

/**
 * Tells whether a project belongs to this unit, or to the department above or below it. Nobody learns that another
 * unit's project exists.
 */
export const isOurs = ({ unit: theirs }: Related, unit: CaseUnit): boolean =>
  theirs.id === unit.id || theirs.id === unit.supervisingUnitId || theirs.supervisingUnitId === unit.id;

/**
 * A project that somebody names beside a request must exist, be alive, and belong to them or to the department above or
 * below them.
 */
export const projectOurs = rule<unknown, { projectId?: string }>({
  id: 'relation.project-ours',
  clause: '1.2.3',
  holds: '关联的项目已经登记，属于本单位、主管部门或者下属单位，且没有终止',
  says: (seen) => `关联的项目${String(seen['项目'])}${String(seen['情况'])}`,
  remedy: '请核对项目编号；没有在本系统登记的项目，可以不填写',
  curedBy: [byForm('projectId')],
  about: 'event',
  looks: ({ data }) =>
    data?.projectId === undefined ? [] : [{ as: 'project', procedure: 'project', id: data.projectId }],
  judge: ({ data, facts }) => {
    if (data.projectId === undefined) return yes();
    const found = facts.related.project;
    if (found === undefined) return unknown();
    const project = found.find((one) => isOurs(one, facts.unit));
    if (project === undefined) return no({ 项目: data.projectId, 情况: '没有登记，或者不属于本单位和本系统' });
    return project.status === 'terminated'
      ? no({ 项目: project.number, 情况: '已经终止' })
      : yes({ 项目: project.number });
  },
});
