import type { Facts } from '#machines/kit/case/facts.js';
import { byForm, byStep, outside } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { addDays, addMonths, type IsoDate } from '#machines/kit/words/dates.js';
import { correspondingDay, lastDay } from '#machines/kit/words/period.js';
import { isOperation, type ProjectContext } from '../context.js';
import { parameter, projectRule, period } from './common.js';

const clock = (facts: Facts) => facts.deadlines.find((d) => d.name === 'trialPeriod');

/**
 * Returns the last day of a trial run of normal or extended length, later by the days on which it was suspended
 * (二(四)1).
 */
export function trialEnd(context: ProjectContext, facts: Facts): IsoDate {
  const { extendedTo, startedOn } = context.trial!;
  return clock(facts)?.dueOn ?? extendedTo ?? lastDay(period(facts, 'trial.normal'), startedOn, facts.calendar);
}

/**
 * The rule promises no day while the clock stands still, and no day in the past: a trial registered late ends at once.
 */
export const trialEnded = projectRule({
  id: 'trial.ended',
  clause: '2.4.1',
  holds: '试运行已经结束',
  says: (seen) => {
    const day = String(seen['日期']);
    switch (seen['试运行']) {
      case '没有试运行':
        return '运维项目尚未完成，不能验收';
      case '尚未开始':
        return '项目尚未试运行，不能验收';
      case '停止计时':
        return `试运行自${day}起停止计时，恢复后才能确定何时结束，此前不能验收`;
      case '已经届满':
        return `试运行期已于${day}届满，系统登记期满后即可办理验收`;
      default:
        return `试运行到${day}为止，次日起才能验收`;
    }
  },
  remedy:
    '请先办理“建设完成”“开始试运行”，期满后再办理验收，期满由系统自动登记；提前完成的，由县数据资源管理局“同意提前结束试运行”',
  curedBy: [outside('系统'), byStep('completeConstruction'), byStep('startTrial'), byStep('endTrialEarly')],
  about: 'case',
  judge: ({ context, facts }) => {
    if (isOperation(context))
      return verdict(context.completedOn !== null, { 试运行: '没有试运行', 日期: context.completedOn });
    if (context.trial === null) return no({ 试运行: '尚未开始', 日期: null });
    if (context.trial.endedOn !== null) return yes({ 试运行: '已经结束', 日期: context.trial.endedOn });
    const stopped = clock(facts)?.pauses.find((p) => p.to === null);
    if (stopped) return no({ 试运行: '停止计时', 日期: stopped.from });
    const end = trialEnd(context, facts);
    return facts.today > end
      ? no({ 试运行: '已经届满', 日期: end })
      : no({ 试运行: '期限内', 日期: end }, addDays(end, 1));
  },
});

/**
 * The maximum in all is the corresponding day, holiday or not. Nobody acts on that day, so it does not move to the next
 * workday.
 */
export const withinSixMonths = projectRule<{ until: IsoDate }>({
  id: 'trial.within-maximum',
  clause: '2.4.1',
  holds: '试运行总时长不超过上限',
  says: (seen) =>
    `试运行自${String(seen['开始'])}起最长到${String(seen['最长到'])}，申请延长到${String(seen['申请到'])}`,
  remedy: '请把延长后的结束日期定在上限以内；已到上限的，不能再延长，期满转入竣工验收',
  curedBy: [byForm('until')],
  about: 'event',
  judge: ({ context, data, facts }) => {
    const started = context.trial!.startedOn;
    const longest = correspondingDay(period(facts, 'trial.max'), started, facts.stood);
    return verdict(data.until <= longest, { 开始: started, 最长到: longest, 申请到: data.until });
  },
});

export const laterThanPlanned = projectRule<{ until: IsoDate }>({
  id: 'trial.later-than-planned',
  clause: '2.4.1',
  holds: '申请的结束日期晚于原定日期',
  says: (seen) => `申请延长到${String(seen['申请到'])}，不晚于原定的${String(seen['原定到'])}`,
  remedy: '请填写更晚的结束日期',
  curedBy: [byForm('until')],
  about: 'event',
  judge: ({ context, data, facts }) => {
    const planned = trialEnd(context, facts);
    return verdict(data.until > planned, { 申请到: data.until, 原定到: planned });
  },
});

/** 二(四)2 does not give the length of an extension. Ours is a parameter. */
export const extensionAhead = projectRule<{ until: IsoDate }>({
  id: 'acceptance.extension-ahead',
  clause: '2.4.2d',
  holds: '申请的验收日期在今后，且不超过最长延期',
  says: (seen) => `申请延期到${String(seen['申请到'])}，应晚于今天且不晚于${String(seen['最晚'])}`,
  remedy: '请填写今后的、最长延期以内的日期',
  curedBy: [byForm('until')],
  about: 'event',
  judge: ({ data, facts }) => {
    const latest = addMonths(facts.today, parameter(facts, 'extension.max'));
    return verdict(data.until > facts.today && data.until <= latest, { 申请到: data.until, 最晚: latest });
  },
});
