import { attachedOf, notBefore as follows, paperOf } from '#machines/desk/rules/common.js';
import { rule, type Rule } from '#machines/kit/law/rule.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { PlanContext } from '../context.js';
import { documents } from '../documents.js';

export { notInFuture } from '#machines/desk/rules/common.js';

export type PlanRule<Data = unknown> = Rule<PlanContext, Data>;
export const planRule = <Data = unknown>(definition: PlanRule<Data>): PlanRule<Data> => rule(definition);

export const attached = attachedOf(documents);
export const paper = paperOf(documents);

export const notBefore = <K extends string>(
  field: K,
  label: string,
  earlier: (context: PlanContext) => IsoDate | undefined,
  earlierLabel: string,
  clause = '2.1.3b',
): PlanRule<{ [P in K]?: IsoDate }> => follows(field, label, earlier, earlierLabel, clause);
