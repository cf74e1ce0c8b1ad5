import { type Rule } from '#machines/kit/law/rule.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { ItProjectsClause } from '../../../clauses/all.js';
export { parameter, period } from '../../../law.js';
export { notInFuture } from '../../../desk.js';
import { rule, type RuleOf } from '../../../law.js';
import { attachedOf, handedIn, notBefore as follows, paperOf } from '../../../desk.js';
import type { ProjectContext } from '../context.js';
import { PAPERS } from '../decided.js';
import { documents } from '../documents.js';

export type ProjectRule<Data = unknown> = Rule<ProjectContext, Data>;
export const projectRule = <Data = unknown>(definition: RuleOf<ProjectContext, Data>): ProjectRule<Data> =>
  rule(definition);

export const attached = attachedOf(documents);
export const paper = paperOf(documents);
export const { papersNow, asHandedInWith } = handedIn(documents, Object.values(PAPERS).flat());

/** Builds the rule that one of a project's own days does not precede another. */
export const notBefore = <K extends string>(
  field: K,
  label: string,
  earlier: (context: ProjectContext) => IsoDate | undefined,
  earlierLabel: string,
  clause: ItProjectsClause,
  after?: string,
): ProjectRule<{ [P in K]?: IsoDate }> => follows(field, label, earlier, earlierLabel, clause, after);
