import type { Facts } from '#machines/kit/case/facts.js';
import type { Verdict } from '#machines/kit/law/rule.js';
import type { RuleOf } from '../../law.js';
import { changed, type Basis, type Content, type ContentChanges } from './content.js';
import { aboutProject, basisOf, type ChangeRule } from './project.js';

/** What a unit wants to change, measured by its project as it stands now. */
export interface Measured {
  content: Content;
  basis: Basis;
  facts: Facts;
}

export interface Statement extends Pick<RuleOf<unknown>, 'id' | 'clause' | 'holds' | 'says' | 'remedy'> {
  judge(measured: Measured): Verdict;
}

type Correction = { changes?: ContentChanges | undefined };

/** One statement about what is handed in, and about what it would be after a correction: what may not be begun may not be become either. */
export const ofContent = ({
  judge,
  ...statement
}: Statement): { handedIn: ChangeRule; corrected: ChangeRule<Correction> } => ({
  handedIn: aboutProject({
    ...statement,
    about: 'case',
    judge: ({ context, facts }) => judge({ content: context.content, basis: basisOf(facts), facts }),
  }),
  corrected: aboutProject<Correction>({
    ...statement,
    about: 'event',
    judge: ({ context, data, facts }) =>
      judge({ content: changed(context.content, data.changes), basis: basisOf(facts), facts }),
  }),
});
