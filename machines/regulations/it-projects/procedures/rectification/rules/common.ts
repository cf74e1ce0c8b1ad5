import { attachedOf, notBefore as follows } from '#machines/desk/rules/common.js';
import type { Facts } from '#machines/kit/case/facts.js';
import { rule, type Rule } from '#machines/kit/law/rule.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { RectificationContext } from '../context.js';
import { documents } from '../documents.js';

export { notInFuture, parameter } from '#machines/desk/rules/common.js';

export type RectificationRule<Data = unknown> = Rule<RectificationContext, Data>;
export const rectificationRule = <Data = unknown>(definition: RectificationRule<Data>): RectificationRule<Data> =>
  rule(definition);

export const attached = attachedOf(documents);

export const notBefore = <K extends string>(
  field: K,
  label: string,
  earlier: (context: RectificationContext, facts: Facts) => IsoDate | undefined,
  earlierLabel: string,
): RectificationRule<{ [P in K]?: IsoDate }> => follows(field, label, earlier, earlierLabel, '2.6.3b');
