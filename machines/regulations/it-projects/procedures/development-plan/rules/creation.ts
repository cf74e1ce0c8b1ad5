import { unitNamed } from '#machines/kit/words/directory.js';
import { byForm, byStep } from '#machines/kit/law/cure.js';
import { no, unknown, verdict, yes } from '#machines/kit/law/rule.js';
import { yearOf } from '#machines/kit/words/dates.js';
import { rule } from '../../../law.js';
import { afterChange } from '../../../common/creation.js';
import { periodOf, type Declaration } from '../declaration.js';

export const periodAhead = rule<unknown, Declaration>({
  id: 'development.period-ahead',
  clause: '2.1.1a',
  holds: '规划期的末年不早于首年，也不早于今年',
  says: (seen) => `规划期${String(seen['规划期'])}不成立或者已经过去`,
  remedy: '请核对规划期的首年和末年',
  curedBy: [byForm('firstYear', 'lastYear')],
  about: 'event',
  judge: ({ data, facts }) =>
    verdict(data.lastYear >= data.firstYear && data.lastYear >= yearOf(facts.today), { 规划期: periodOf(data) }),
});

export const onePerPeriod = rule<unknown, Declaration>({
  id: 'development.one-per-period',
  clause: '2.1.1a',
  holds: '同一规划期只有一个规划',
  says: (seen) => `规划期${String(seen['规划期'])}已有规划${String(seen['已有规划'])}`,
  remedy: '请核对规划期，在已有的规划中办理；已经实施、情况发生重大变化的，在其中办理“启动规划调整”',
  curedBy: [byForm('firstYear', 'lastYear'), byStep('beginAdjustment', 'development-plan')],
  about: 'event',
  looks: ({ data }) =>
    data === undefined ? [] : [{ as: 'samePeriod', procedure: 'development-plan', key: periodOf(data) }],
  judge: ({ data, facts }) => {
    const found = facts.related.samePeriod;
    if (found === undefined) return unknown();
    // A plan whose compilation was given up is no obstacle.
    const standing = found.find((plan) => plan.status !== 'terminated');
    return standing === undefined ? yes() : no({ 规划期: periodOf(data), 已有规划: standing.number });
  },
});

export const departmentsKnown = rule<unknown, { departments: readonly string[] }>({
  id: 'development.departments-known',
  clause: '2.1.1a',
  holds: '另行会签的部门在单位名录中，且不是编制单位自己',
  says: (seen) => `不能会签：${String(seen['不能会签'])}`,
  remedy: '请填写其他单位的单位编号',
  curedBy: [byForm('departments')],
  about: 'event',
  judge: ({ data, facts }) => {
    const { directory, unit } = facts;
    const wrong = data.departments.flatMap((id) => {
      if (!directory.units.has(id)) return [`${unitNamed(id, directory)}不在单位名录中`];
      return id === unit.id ? [`${unitNamed(id, directory)}就是编制单位`] : [];
    });
    return wrong.length === 0 ? yes() : no({ 不能会签: wrong.join('、') });
  },
});

export const changesHold = [afterChange<Declaration>(departmentsKnown)] as const;
