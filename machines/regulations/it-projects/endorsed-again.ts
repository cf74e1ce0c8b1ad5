import type { Situation } from '#machines/kit/law/rule.js';
import type { IsoDate } from '#machines/kit/words/dates.js';

/** A paper that comes back as another one goes to the department above first: its endorsement has lapsed. */
export const unendorsedAgain = {
  clauses: ['2.2.5'] as const,
  whenLabel: '内容已变，主管部门重新审核',
  when: ({ context, facts }: Situation<{ endorsedOn: IsoDate | null }, unknown>): boolean =>
    facts.unit.supervisingUnitId !== null && context.endorsedOn === null,
};
