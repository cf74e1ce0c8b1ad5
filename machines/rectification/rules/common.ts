import type { IsoDate } from '../../kit/dates.js';
import type { Facts } from '../../kit/facts.js';
import { rule, type Rule } from '../../kit/rule.js';
import { attachedOf, notBefore as follows } from '../../office/rules/common.js';
import type { RectificationContext } from '../context.js';
import { documents } from '../documents.js';

export { notInFuture, parameter } from '../../office/rules/common.js';

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
