import type { Facts } from '#machines/kit/case/facts.js';
import { type Rule } from '#machines/kit/law/rule.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
export { parameter } from '../../../law.js';
export { notInFuture } from '../../../desk.js';
import { rule, type RuleOf } from '../../../law.js';
import { attachedOf, notBefore as follows } from '../../../desk.js';
import type { RectificationContext } from '../context.js';
import { documents } from '../documents.js';

export type RectificationRule<Data = unknown> = Rule<RectificationContext, Data>;
export const rectificationRule = <Data = unknown>(
  definition: RuleOf<RectificationContext, Data>,
): RectificationRule<Data> => rule(definition);

export const attached = attachedOf(documents);

export const notBefore = <K extends string>(
  field: K,
  label: string,
  earlier: (context: RectificationContext, facts: Facts) => IsoDate | undefined,
  earlierLabel: string,
  after?: string,
): RectificationRule<{ [P in K]?: IsoDate }> => follows(field, label, earlier, earlierLabel, '2.6.3b', after);
