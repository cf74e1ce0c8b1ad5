import type { ClauseId } from '../../kit/clause.js';
import type { IsoDate } from '../../kit/dates.js';
import type { Rule } from '../../kit/rule.js';
import { attachedOf, notBefore as follows, paperOf } from '../../office/rules/common.js';
import type { ChangeContext } from '../context.js';
import { documents } from '../documents.js';

export { notInFuture, parameter } from '../../office/rules/common.js';

export const attached = attachedOf(documents);
export const paper = paperOf(documents);

/** One of a change's own days after another. */
export const notBefore = <K extends string>(
  field: K,
  label: string,
  earlier: (context: ChangeContext) => IsoDate | undefined,
  earlierLabel: string,
  clause: ClauseId,
  after?: string,
): Rule<ChangeContext, { [P in K]?: IsoDate }> => follows(field, label, earlier, earlierLabel, clause, after);
