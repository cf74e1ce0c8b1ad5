import type { Facts } from '#machines/kit/case/facts.js';
import type { Cure } from '#machines/kit/law/cure.js';
import type { Verdict } from '#machines/kit/law/rule.js';
import type { RuleOf } from '../../law.js';
import { changed, type Basis, type Content, type ContentChanges } from './content.js';
import { aboutProject, basisOf, type ChangeRule } from './project.js';

/** The figures of a change, measured by its project as it stands now. */
export interface Measured {
  content: Content;
  basis: Basis;
  facts: Facts;
}

/** The way out of a refusal: the sentence, and what it names. */
type Way = Pick<RuleOf<unknown>, 'remedy'> & { curedBy: readonly Cure[] };

export interface Statement extends Pick<RuleOf<unknown>, 'id' | 'clause' | 'holds' | 'says'>, Way {
  /** The way out of a correction, where the steps of a draft are not at hand. */
  correcting: Way;
  judge(measured: Measured): Verdict;
}

type Correction = { changes?: ContentChanges | undefined };

/**
 * Builds one rule for what is handed in, and the same rule for what a correction makes of it: a correction must not
 * lead to what could not have been handed in.
 */
export const ofContent = ({
  judge,
  correcting,
  ...statement
}: Statement): { handedIn: ChangeRule; corrected: ChangeRule<Correction> } => ({
  handedIn: aboutProject({
    ...statement,
    about: 'case',
    judge: ({ context, facts }) => judge({ content: context.content, basis: basisOf(facts), facts }),
  }),
  corrected: aboutProject<Correction>({
    ...statement,
    ...correcting,
    about: 'event',
    judge: ({ context, data, facts }) =>
      judge({ content: changed(context.content, data.changes), basis: basisOf(facts), facts }),
  }),
});
