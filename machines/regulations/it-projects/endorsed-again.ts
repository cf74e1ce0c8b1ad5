import type { Situation } from '#machines/kit/law/rule.js';

/**
 * A paper that comes back as another one goes to the department above first, because its endorsement has lapsed. `lacks`
 * says whether the paper is without one.
 */
export const endorsedAgain = <Context>(lacks: (context: Context) => boolean) => ({
  clauses: ['2.2.5'] as const,
  whenLabel: '内容已变，主管部门重新审核',
  when: ({ context, facts }: Situation<Context, unknown>): boolean =>
    facts.unit.supervisingUnitId !== null && lacks(context),
});
