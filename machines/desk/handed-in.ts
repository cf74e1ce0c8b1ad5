import type { Facts } from '#machines/kit/case/facts.js';
import type { DocumentDefinition } from '#machines/kit/law/papers.js';
import { byStep } from '#machines/kit/law/cure.js';
import { no, rule, yes, type Rule } from '#machines/kit/law/rule.js';
import type { ClauseId } from '#machines/kit/words/clause.js';

/** A paper with which a case was handed in. */
export interface Paper {
  kind: string;
  id: string;
}

/** What a case keeps of the papers with which it was handed in, the last time. */
export interface HandedIn {
  papers: readonly Paper[];
}

/** The papers on which others decide, and the rule that they decide on no others. */
export function handedInOf<K extends string>(
  documents: Readonly<Record<K, DocumentDefinition>>,
  clause: ClauseId,
  kinds: readonly NoInfer<K>[],
  /** What people call the step by which those who decide send the papers back. */
  sendBack = '退回',
) {
  const those = ({ documents: all }: Pick<Facts, 'documents'>, some: readonly string[]): Paper[] =>
    all.filter((d) => some.includes(d.kind)).map(({ kind, id }) => ({ kind, id }));

  /** A paper that was exchanged in the middle of a review is one that nobody has been asked about. */
  const asHandedInWith = (some: readonly NoInfer<K>[]): Rule<HandedIn, unknown> =>
    rule<HandedIn>({
      id: 'papers.as-handed-in',
      clause,
      holds: '申报材料与提交时相同',
      says: (seen) => `提交以后又上传了${String(seen['提交后上传'])}，各方没有对它表示过意见`,
      remedy: `请办理“${sendBack}”，由申报单位连同新材料重新提交`,
      curedBy: [byStep('returnForCorrection')],
      about: 'case',
      judge: ({ context, facts }) => {
        const since = those(facts, some).filter(({ id }) => !context.papers.some((paper) => paper.id === id));
        const labels = [...new Set(since.map(({ kind }) => `“${documents[kind as K].label}”`))];
        return labels.length === 0 ? yes() : no({ 提交后上传: labels.join('、') });
      },
    });

  return {
    /** Returns the papers as they are at this moment: what those who decide have before them. */
    papersNow: (facts: Pick<Facts, 'documents'>): HandedIn => ({ papers: those(facts, kinds) }),
    asHandedIn: asHandedInWith(kinds),
    /** The same rule for a step at which only some of the papers are examined. */
    asHandedInWith,
  };
}
