import { attachedOf, notBefore as follows, paperOf } from '#machines/desk/rules/common.js';
import { rule, type Rule } from '#machines/kit/law/rule.js';
import type { ClauseId } from '#machines/kit/words/clause.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { ProjectContext } from '../context.js';
import { documents } from '../documents.js';

export { notInFuture, parameter } from '#machines/desk/rules/common.js';

export type ProjectRule<Data = unknown> = Rule<ProjectContext, Data>;
export const projectRule = <Data = unknown>(definition: ProjectRule<Data>): ProjectRule<Data> => rule(definition);

export const attached = attachedOf(documents);
export const paper = paperOf(documents);

/** One of a project's own days after another. */
export const notBefore = <K extends string>(
  field: K,
  label: string,
  earlier: (context: ProjectContext) => IsoDate | undefined,
  earlierLabel: string,
  clause: ClauseId,
  after?: string,
): ProjectRule<{ [P in K]?: IsoDate }> => follows(field, label, earlier, earlierLabel, clause, after);
