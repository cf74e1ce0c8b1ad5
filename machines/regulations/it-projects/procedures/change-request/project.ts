import type { Facts } from '#machines/kit/case/facts.js';
import type { Look, Related } from '#machines/kit/case/relation.js';
import { seenIn } from '#machines/kit/case/view.js';
import { unknown, yes, type Rule, type Situation, type Verdict } from '#machines/kit/law/rule.js';
import { rule, type RuleOf } from '../../law.js';
import { projectInvestment } from '../../views/project.js';
import type { Basis, Proposal } from './content.js';
import type { ChangeContext } from './context.js';

/** The project of a change as it stands today. The person who begins the change names it, and the tie is permanent. */

export type ChangeRule<Data = unknown> = Rule<ChangeContext, Data>;
export const changeRule = <Data = unknown>(definition: RuleOf<ChangeContext, Data>): ChangeRule<Data> =>
  rule(definition);

/** Before a change has begun there is no context. Then the form names the project. */
const looks: NonNullable<ChangeRule['looks']> = ({ context, data }) => {
  if (context !== undefined) return [{ as: 'project', linked: 'project' }];
  const { project } = (data ?? {}) as Partial<Proposal>;
  return project === undefined ? [] : [{ as: 'project', procedure: 'project', id: project }];
};

/**
 * Returns the project of the change. Undefined: nobody looked. Null: there is none, or it belongs to another unit;
 * nobody learns which.
 */
export function projectOf({ related, actor, unit }: Facts, beginning: boolean): Related | null | undefined {
  if (related.project === undefined) return undefined;
  const [found] = related.project;
  return found === undefined || (beginning && actor.unitId !== unit.id) ? null : found;
}

/** Returns the figures of the project as it stands now, without the change itself. */
export function basisOf(facts: Facts): Basis {
  const { originalFen = 0, budgetFen = 0, ...adjusted } = seenIn(projectInvestment, facts.related.project![0]!);
  return {
    originalFen,
    budgetFen,
    presentFen: adjusted.presentFen(facts.caseId) ?? 0,
    earlier: adjusted.earlier(facts.caseId),
  };
}

interface AboutProject<Data> extends Omit<RuleOf<ChangeContext, Data>, 'judge' | 'looks'> {
  judge(situation: Situation<ChangeContext, Data> & { project: Related }): Verdict;
  /** Further cases that it looks at, together with the project. */
  also?: (at: { unit: Facts['unit'] }) => readonly Look[];
  /** The verdict without a project to look at. By default nothing is wrong. */
  without?: Verdict;
}

/** A rule that looks at the project. */
export const aboutProject = <Data = unknown>({
  judge,
  also,
  without = yes(),
  ...definition
}: AboutProject<Data>): ChangeRule<Data> =>
  changeRule<Data>({
    ...definition,
    looks: also ? (at) => looks(at).flatMap((look) => [look, ...also(at)]) : looks,
    judge: (situation) => {
      const project = projectOf(situation.facts, situation.context === undefined);
      if (project === undefined) return unknown();
      return project === null ? without : judge({ ...situation, project });
    },
  });
