import { byStep } from '#machines/kit/law/cure.js';
import { verdict } from '#machines/kit/law/rule.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { rule } from '../law.js';

/** 二(二)5: a unit under a department asks nobody else before its own department has agreed. */
export const endorsedFirst = rule<{ endorsedOn: IsoDate | null }>({
  id: 'endorsement.first',
  clause: '2.2.5',
  holds: '下属单位的申报已经主管部门审核同意',
  says: '主管部门尚未审核同意，不能直接受理下属单位的申报',
  remedy: '请由主管部门办理“主管部门审核同意”；已报到审查部门的，办理“退回”，退回主管部门重新审核',
  curedBy: [byStep('endorse'), byStep('returnForCorrection')],
  about: 'case',
  judge: ({ context, facts }) =>
    verdict(facts.unit.supervisingUnitId === null || context.endorsedOn !== null, {
      主管部门审核日期: context.endorsedOn,
    }),
});
