import { unitNamed } from '#machines/kit/words/directory.js';
import { byCase, byForm } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { rule } from '../../../law.js';
import { afterChange, needNotClassified } from '../../../common/creation.js';
import type { Declaration } from '../declaration.js';

export const townshipOnly = rule<unknown, unknown>({
  id: 'need.township-only',
  clause: '2.1.2d',
  holds: '登记单位是乡镇',
  says: (seen) => `${String(seen['登记单位'])}不是乡镇，不办理需求登记`,
  remedy: '请由本单位直接办理“政务信息化项目”',
  curedBy: [byCase('project')],
  about: 'event',
  judge: ({ facts }) => verdict(facts.unit.kind === 'township', { 登记单位: facts.unit.name }),
});

/** 县直部门: a unit of the directory that is no township and has no supervising unit below the county. */
export const targetIsDepartment = rule<unknown, { target: string }>({
  id: 'need.target-is-department',
  clause: '2.1.2d',
  holds: '请求统筹的单位是县直部门',
  says: (seen) => `${String(seen['单位'])}${String(seen['情况'])}，不能统筹乡镇的需求`,
  remedy: '请填写县直主管部门或者县数据资源管理局的单位编号',
  curedBy: [byForm('target')],
  about: 'event',
  judge: ({ data, facts }) => {
    const unit = facts.directory.units.get(data.target);
    if (unit === undefined) return no({ 单位: unitNamed(data.target, facts.directory), 情况: '不在单位名录中' });
    if (unit.kind === 'township') return no({ 单位: unit.name, 情况: '是乡镇' });
    return unit.supervisingUnitId === null
      ? yes({ 单位: unit.name })
      : no({ 单位: unit.name, 情况: '是部门的下属单位' });
  },
});

export const changesHold = [afterChange<Declaration>(needNotClassified), afterChange<Declaration>(targetIsDepartment)];
export const correctionsHold = [afterChange<Declaration>(needNotClassified)];
