import { attachedOf, notBefore as follows, paperOf } from '#machines/desk/rules/common.js';
import type { Rule } from '#machines/kit/law/rule.js';
import type { ClauseId } from '#machines/kit/words/clause.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { ChangeContext } from '../context.js';
import { documents } from '../documents.js';

export { notInFuture, parameter } from '#machines/desk/rules/common.js';

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
