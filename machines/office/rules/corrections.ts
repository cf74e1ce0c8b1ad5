import { lastDay } from '../../kit/period.js';
import { rule, verdict, yes, type Rule } from '../../kit/rule.js';

/**
 * 一次性告知补正: what is missing is said within days of receipt, and all at once. The regulation says nothing of it, a general law
 * by analogy; so it is said, and holds up nothing. `deadline` is the clock of whoever examines.
 */
export const noticedInTime = (deadline: string): Rule<unknown, unknown> => rule({
  id: 'return.noticed-in-time',
  clause: '1.2.3',
  holds: '收到材料后在规定的时间内告知补正',
  says: (seen) => `材料于${String(seen['收到材料'])}收到，一般应在${String(seen['应告知'])}以前告知补正`,
  remedy: '请一次列明全部需要补正的内容，不再因同一批材料第二次退回',
  weight: 'advice',
  about: 'case',
  judge: ({ facts: { deadlines, parameters, calendar, today } }) => {
    const clock = deadlines.find((d) => d.name === deadline);
    if (!clock) return yes({ 收到材料: null, 应告知: null });
    const until = lastDay(parameters.period('correction.notice', today), clock.startsOn, calendar, clock.pauses);
    return verdict(today <= until, { 收到材料: clock.startsOn, 应告知: until });
  },
});
