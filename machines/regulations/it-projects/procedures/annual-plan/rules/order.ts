import { byStep } from '#machines/kit/law/cure.js';
import { verdict } from '#machines/kit/law/rule.js';
import type { PlanContext } from '../context.js';
import { events } from '../events.js';
import { planRule } from './common.js';

const decided = (
  id: string,
  who: string,
  read: (context: PlanContext) => unknown,
  record: Extract<keyof typeof events, string>,
) =>
  planRule({
    id: `plan.${id}`,
    clause: '2.1.3b',
    holds: `${who}已同意年度计划`,
    says: `${who}对年度计划的意见尚未登记`,
    remedy: `计划清单上报、${who}作出答复之后，请办理“${events[record].label}”`,
    curedBy: [byStep(record)],
    about: 'case',
    judge: ({ context }) => verdict(read(context) !== null),
  });

export const cityAgreed = decided('city-agreed', '市数据资源管理局', (c) => c.city, 'recordPlanCityOpinion');
export const provinceAgreed = decided(
  'province-agreed',
  '省数据资源管理部门',
  (c) => c.province,
  'recordPlanProvinceOpinion',
);
export const governmentApproved = decided(
  'government-approved',
  '县人民政府',
  (c) => c.government,
  'recordPlanDecision',
);
