import type { Decided } from '#machines/kit/law/decided.js';
import type { Facts } from '#machines/kit/case/facts.js';
import type { DocumentDefinition } from '#machines/kit/law/papers.js';
import { no, rule, yes, type Rule } from '#machines/kit/law/rule.js';
import type { ClauseId } from '#machines/kit/words/clause.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { ExpertReview } from './experts.js';
import type { EarlierOpinion } from './countersign.js';

/** What a case keeps of the papers with which it was handed in: their ids. */
export interface HandedIn {
  papers: readonly string[];
}

/** The papers on which others decide, and the rule that they decide on no others. */
export function handedInOf<K extends string>(
  documents: Readonly<Record<K, DocumentDefinition>>,
  clause: ClauseId,
  kinds: readonly NoInfer<K>[],
) {
  const ours = ({ documents: all }: Pick<Facts, 'documents'>) =>
    all.filter((d) => (kinds as readonly string[]).includes(d.kind));
  return {
    /** Returns the papers as they are at this moment: what those who decide have before them. */
    papersNow: (facts: Pick<Facts, 'documents'>): HandedIn => ({ papers: ours(facts).map(({ id }) => id) }),

    /** A paper that was exchanged in the middle of a review is one that nobody has been asked about. */
    asHandedIn: rule<HandedIn>({
      id: 'papers.as-handed-in',
      clause,
      holds: '申报材料与提交时相同',
      says: (seen) => `提交以后又上传了${String(seen['提交后上传'])}，各方没有对它表示过意见`,
      remedy: '请退回补正，由申报单位连同新材料重新提交',
      about: 'case',
      judge: ({ context, facts }) => {
        const since = ours(facts).filter(({ id }) => !context.papers.includes(id));
        const labels = [...new Set(since.map(({ kind }) => `“${documents[kind as K].label}”`))];
        return labels.length === 0 ? yes() : no({ 提交后上传: labels.join('、') });
      },
    }) satisfies Rule<HandedIn, unknown>,
  };
}

/** A decision that may not have been given. */
export const given = (by: string, decision: unknown, about: unknown): Decided[] =>
  decision === null || decision === undefined || decision === false ? [] : [{ by, decision, about }];

/** How an endorsement and a review of experts are kept once they no longer count. */
export const laidAside = (
  by: readonly string[],
  { endorsedOn, expertReview }: { endorsedOn?: IsoDate | null; expertReview?: ExpertReview | null | undefined },
): EarlierOpinion[] => [
  ...(by.includes('superior') && endorsedOn ? [{ by: 'superior', agrees: true, text: null, on: endorsedOn }] : []),
  ...(by.includes('experts') && expertReview
    ? [{ by: 'experts', agrees: expertReview.conclusion !== 'failed', text: null, on: expertReview.date }]
    : []),
];
