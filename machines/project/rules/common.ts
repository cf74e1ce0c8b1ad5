import type { ClauseId } from '../../kit/clause.js';
import type { IsoDate } from '../../kit/dates.js';
import { rule, type Rule } from '../../kit/rule.js';
import { attachedOf, notBefore as follows, paperOf } from '../../office/rules/common.js';
import type { ProjectContext } from '../context.js';
import { documents } from '../documents.js';

export { notInFuture, parameter } from '../../office/rules/common.js';

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
