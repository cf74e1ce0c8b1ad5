import { turnsOf } from '#machines/kit/case/desk.js';
import { byTime } from '#machines/kit/law/cure.js';
import { no, yes } from '#machines/kit/law/rule.js';
import { nameOfPrincipal } from '#machines/kit/words/directory.js';
import type { DeskClauses } from '../basis.js';
import { actRule } from './act-rule.js';

/** The rules of 催办. */
export function urgingRules({ urging: [clause] }: Pick<DeskClauses, 'urging'>) {
  return {
    /** The same words again on the same day only make people stop reading. */
    urgedOnce: actRule<unknown>({
      id: 'office.urged-once',
      clause,
      holds: '今天还没有催办过现在的办理人',
      says: (seen) => `今天已经催办过${String(seen['办理人'])}`,
      remedy: '请明天再催办，或者直接联系',
      curedBy: [byTime],
      about: 'case',
      judge: ({ context, facts }) => {
        const waiting = turnsOf(context.waits, context.desk).filter((p) => !facts.actor.principals.includes(p));
        const urged = context.desk.urges.some(
          (u) => u.by === facts.actor.userId && u.on === facts.today && waiting.every((p) => u.to.includes(p)),
        );
        return urged ? no({ 办理人: waiting.map((p) => nameOfPrincipal(p, facts.directory)).join('、') }) : yes();
      },
    }),
  };
}
