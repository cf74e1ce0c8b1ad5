import type { Facts } from '#machines/kit/case/facts.js';
import { byForm, byStep, byTime } from '#machines/kit/law/cure.js';
import { unknown, verdict } from '#machines/kit/law/rule.js';
import { yearOf, type IsoDate } from '#machines/kit/words/dates.js';
import { alters } from '../../../common/alters.js';
import { rule } from '../../../law.js';
import { parties } from '../../../parties.js';
import type { PlanContext } from '../context.js';
import { usualWindow } from '../window.js';
import { planRule } from './common.js';

export interface Announcement {
  year: number;
  opensOn?: IsoDate | undefined;
  closesOn?: IsoDate | undefined;
}

/** Returns the window as announced, or the usual one. */
export const windowOf = (
  data: Announcement,
  facts: Pick<Facts, 'parameters' | 'today'>,
): { opensOn: IsoDate; closesOn: IsoDate } => {
  const usual = usualWindow(data.year, facts);
  return { opensOn: data.opensOn ?? usual.opensOn, closesOn: data.closesOn ?? usual.closesOn };
};

export const yearNotOver = rule<unknown, Announcement>({
  id: 'plan.year-not-over',
  clause: '2.1.3a',
  holds: '计划年度还没有过去',
  says: (seen) => `${String(seen['计划年度'])}年度已经过去，不再编制计划`,
  remedy: '请核对年度，编制本年度或者下年度的计划',
  curedBy: [byForm('year')],
  about: 'event',
  judge: ({ data, facts }) => verdict(data.year >= yearOf(facts.today), { 计划年度: data.year }),
});

export const onePerYear = rule<unknown, Announcement>({
  id: 'plan.one-per-year',
  clause: '2.1.3b',
  holds: '同一年度只有一个计划',
  says: (seen) => `${String(seen['计划年度'])}年度计划已经在编制或者已经下达：${String(seen['已有计划'])}`,
  remedy: '请核对年度，在已有计划中办理；漏报的项目，由项目单位在项目案件中办理“申请计划外追加”',
  curedBy: [byForm('year'), byStep('requestOutOfPlan', 'project')],
  about: 'event',
  looks: ({ data }) => (data ? [{ as: 'sameYear', procedure: 'annual-plan', key: String(data.year) }] : []),
  judge: ({ data, facts }) => {
    const found = facts.related['sameYear'];
    if (!found) return unknown();
    return verdict(found.length === 0, { 计划年度: data.year, 已有计划: found[0]?.number ?? null });
  },
});

export const windowAhead = rule<unknown, Announcement>({
  id: 'plan.window-ahead',
  clause: '2.1.3a',
  holds: '申报截止日期在今天或今后，且不早于开始日期',
  says: (seen) =>
    `申报自${String(seen['开始'])}至${String(seen['截止'])}，截止日期应在今天(${String(seen['今天'])})或今后，且不早于开始日期`,
  remedy: '请填写今天或今后的申报截止日期，不早于开始日期',
  curedBy: [byForm('opensOn', 'closesOn')],
  about: 'event',
  judge: ({ data, facts }) => {
    const { opensOn, closesOn } = windowOf(data, facts);
    return verdict(closesOn >= facts.today && closesOn >= opensOn, {
      开始: opensOn,
      截止: closesOn,
      今天: facts.today,
    });
  },
});

/**
 * The clause speaks of plans of 下年度 but does not forbid one of the year that has begun: a county may begin to keep
 * plans in the middle of a year.
 */
export const windowBeforeYear = rule<unknown, Announcement>({
  id: 'plan.window-before-year',
  clause: '2.1.3a',
  holds: '编制的是下年度计划，申报在计划年度开始之前截止',
  says: (seen) => `申报截止日期${String(seen['截止'])}不在${String(seen['计划年度'])}年度之前`,
  remedy: '一般在上一年编制下年度计划；本年度急需建设的项目，也可以由项目单位在项目案件中办理“申请计划外追加”',
  curedBy: [byForm('year', 'closesOn'), byStep('requestOutOfPlan', 'project')],
  weight: 'advice',
  about: 'event',
  judge: ({ data, facts }) => {
    const { closesOn } = windowOf(data, facts);
    return verdict(yearOf(closesOn) < data.year, { 计划年度: data.year, 截止: closesOn });
  },
});

export const extensionAhead = planRule<{ closesOn: IsoDate }>({
  id: 'plan.extension-ahead',
  clause: '2.1.3a',
  holds: '新的申报截止日期在今天或今后',
  says: (seen) => `新的截止日期${String(seen['截止'])}已经过去`,
  remedy: '请填写今天或今后的日期',
  curedBy: [byForm('closesOn')],
  about: 'event',
  judge: ({ data, facts }) => verdict(data.closesOn >= facts.today, { 截止: data.closesOn }),
});

export const windowMoved = alters<PlanContext, { closesOn: IsoDate }>({
  id: 'plan.window-moved',
  clause: '2.1.3a',
  what: '申报截止日期',
  fields: ['closesOn'],
  before: ({ closesOn }) => ({ closesOn }),
  after: ({ closesOn }) => ({ closesOn }),
});

export const windowIsOpen = planRule({
  id: 'plan.collected-first',
  clause: '2.1.3b',
  holds: '申报已经截止，进入联审',
  says: (seen) => `申报到${String(seen['截止'])}为止，次日起才能联审`,
  remedy: `请等待申报截止，或者由${parties.dataBureau.label}办理“截止申报，转入联审”`,
  curedBy: [byTime, byStep('closeWindow')],
  about: 'case',
  judge: ({ context, facts }) => verdict(facts.today > context.closesOn, { 截止: context.closesOn }),
});
