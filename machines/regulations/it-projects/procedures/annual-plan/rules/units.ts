import { seenIn } from '#machines/kit/case/view.js';
import { byStep } from '#machines/kit/law/cure.js';
import { no, unknown, yes } from '#machines/kit/law/rule.js';
import { parameter } from '../../../law.js';
import { parties } from '../../../parties.js';
import { deferredSince } from '../../../views/rectification.js';
import { listed, type Item, type PlanContext } from '../context.js';
import { planRule } from './common.js';

const unitsOf = (items: readonly Item[]): string[] => [...new Set(items.map((i) => i.unit.id))];

/**
 * 暂缓安排建设计划 stops new applications (二(六)3). If a unit is deferred after it has applied, the one who decides on
 * the list is told.
 */
export const unitsNotDeferred = planRule({
  id: 'plan.units-not-deferred',
  clause: '2.6.3b',
  weight: 'advice',
  holds: '清单上的单位没有被暂缓安排建设计划',
  says: (seen) => `该单位处于暂缓安排建设计划期间：${String(seen['暂缓的单位'])}(整改案件${String(seen['整改案件'])})`,
  remedy: `请${parties.dataBureau.label}研究是否办理“从计划清单剔除”；整改合格的，在整改案件中办理“解除暂缓安排建设计划”`,
  curedBy: [byStep('removeItem'), byStep('liftDeferral', 'rectification')],
  about: 'case',
  looks: ({ context }: { context: PlanContext }) => [
    { as: 'rectifications', procedure: 'rectification', units: unitsOf(listed(context)) },
  ],
  judge: ({ facts }) => {
    const found = facts.related['rectifications'];
    if (!found) return unknown();
    const deferring = found.filter((r) => seenIn(deferredSince, r) !== null);
    if (deferring.length === 0 || parameter(facts, 'rectification.deferralBlocksPlan') === 0) return yes();
    return no({
      暂缓的单位: [...new Set(deferring.map((r) => r.unit.name))].join('、'),
      整改案件: deferring.map((r) => r.number).join('、'),
    });
  },
});
