import { type Rule } from '#machines/kit/law/rule.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { ItProjectsClause } from '../../../clauses/all.js';
export { notInFuture } from '../../../desk.js';
import { rule, type RuleOf } from '../../../law.js';
import { attachedOf, notBefore as follows, paperOf } from '../../../desk.js';
import type { PlanContext } from '../context.js';
import { documents } from '../documents.js';

export type PlanRule<Data = unknown> = Rule<PlanContext, Data>;
export const planRule = <Data = unknown>(definition: RuleOf<PlanContext, Data>): PlanRule<Data> => rule(definition);

export const attached = attachedOf(documents);
export const paper = paperOf(documents);

export const notBefore = <K extends string>(
  field: K,
  label: string,
  earlier: (context: PlanContext) => IsoDate | undefined,
  earlierLabel: string,
  clause: ItProjectsClause = '2.1.3b',
): PlanRule<{ [P in K]?: IsoDate }> => follows(field, label, earlier, earlierLabel, clause);
