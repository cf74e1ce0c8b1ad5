import type { DocumentDefinition } from '#machines/kit/law/papers.js';
import type { Acts } from '#machines/kit/law/procedure.js';
import type { ClauseId } from '#machines/kit/words/clause.js';
import type { PartyId } from '#machines/kit/words/party.js';
import { exceptions, type Lifts } from './acts/exceptions.js';
import { handingOver } from './acts/handing-over.js';
import { informing } from './acts/informing.js';
import { signing } from './acts/signing.js';
import type { DeskClauses, DeskParameters } from './basis.js';
import { handedInOf } from './handed-in.js';
import { reviewBy, waysBackBy } from './review.js';
import { deskRules } from './rules/all.js';
import { attachedOf, attachmentsHereBy, notBefore, notInFuture, paperOf } from './rules/common.js';
import { correctionRules } from './rules/corrections.js';
import { countersignRules, type Countersign } from './rules/countersign.js';
import { panelRules, reviewedRule } from './rules/experts.js';

/** What a regulation tells its desk. */
export interface DeskBasis<Clause extends ClauseId, Party extends PartyId, Key extends string> {
  clauses: DeskClauses<Clause>;
  parameters: DeskParameters<Key>;
  /** The party that grants 批准例外. Every procedure that offers the acts has this party. */
  lifts: Lifts<Party>;
  /** Who may urge besides those who take part, in words: `督查等部门`. */
  readers: string;
}

/**
 * Builds what every office of a regulation does about its steps, on the clauses of that regulation. Call it once and
 * export what the procedures use.
 *
 * - `acts`: 转办, 委派, 加签, 抄送, 催办, 回避, 批准例外, for `Procedure.acts`;
 * - `decisions`: the rules for every decision, for `grammar`; each of them also by its name; `decisionsWithoutActs` for
 *   a procedure that offers no acts;
 * - `reviewIn(verbs, { owner, reply, labels })`: a step at which offices examine a paper and may send it back;
 * `waysBack` for a step of another form;
 * - `noticedInTime`, `toStepPassed`, `onlyToApplicant`: the rules of sending back;
 * - `panelRules`, `reviewedRule`, `countersignRules`: the rules of an expert review and of 会签; `attachmentsHere`: the
 * documents of an opinion were uploaded;
 * - `handedIn(documents, kinds)`: the papers on which others decide, and the rule that they decide on no others;
 * - `attachedOf`, `paperOf`, `notInFuture`, `notBefore`: papers and days, on a clause of the regulation.
 *
 * The ids of the rules (`office.…`) are the desk's own and the same in every regulation. Their examples:
 * `deskExamples(desk)`.
 */
export function deskFor<const Clause extends ClauseId, const Party extends PartyId, const Key extends string>({
  clauses,
  parameters,
  lifts,
  readers,
}: DeskBasis<Clause, Party, Key>) {
  const rules = deskRules(clauses);
  const corrections = correctionRules(clauses, parameters);
  const { notOwnCase, notOwnCaseWithoutActs, signersAnswered, delegationReported, lastStepOurs } = rules;
  return {
    ...rules,
    ...corrections,
    clauses,
    lifts,
    attachmentsHere: attachmentsHereBy(clauses),
    decisions: [notOwnCase, signersAnswered, delegationReported] as const,
    decisionsWithoutActs: [notOwnCaseWithoutActs] as const,
    acts: {
      ...handingOver(clauses, rules),
      ...signing(clauses, rules),
      ...informing(clauses, readers, rules),
      ...exceptions(clauses, lifts, rules),
    } satisfies Acts,
    handedIn: <K extends string>(
      documents: Readonly<Record<K, DocumentDefinition>>,
      kinds: readonly NoInfer<K>[],
      sendBack?: string,
    ) => handedInOf(documents, clauses.correction, kinds, sendBack),
    attachedOf: attachedOf<Clause>(),
    paperOf,
    notInFuture: notInFuture<Clause>(),
    notBefore: notBefore<Clause>(),
    countersignRules: <Context>(sign: Countersign<Context, Clause>) => countersignRules(sign),
    panelRules: panelRules(clauses, parameters),
    reviewedRule: reviewedRule(clauses),
    reviewIn: reviewBy({ ...corrections, lastStepOurs }),
    waysBack: waysBackBy(corrections),
  };
}
