import type { Facts } from '#machines/kit/case/facts.js';
import { same } from '#machines/kit/law/decided.js';
import { dossierUnderReview, presentAmount, withAmount, type ProjectContext } from './context.js';
import { declaredNow } from './decided.js';
import type { Declaration } from './declaration.js';
import type { DossierChanges } from './events/approval.js';
import { papersNow } from './rules/common.js';

function declared(
  context: ProjectContext,
  changes: Partial<Declaration>,
  { today, seq }: Pick<Facts, 'today' | 'seq'>,
): Partial<ProjectContext> {
  const declaration = { ...context.declaration, ...changes };
  const revalued = declaration.estimateFen !== presentAmount(context);
  return {
    declaration,
    amounts: revalued
      ? withAmount(context.amounts, { kind: 'estimate', amountFen: declaration.estimateFen, on: today, seq })
      : context.amounts,
  };
}

function rewritten(
  context: ProjectContext,
  { investmentFen, budgetFen, ...content }: DossierChanges,
  { today }: Pick<Facts, 'today'>,
): Partial<ProjectContext> {
  const before = dossierUnderReview(context)!;
  const amountFen = investmentFen ?? budgetFen ?? before.amountFen;
  return {
    dossiers: { ...context.dossiers, [context.dossier!]: { ...before, ...content, amountFen, submittedOn: today } },
  };
}

/** Takes in the papers as they are now. Another paper makes another version of what is declared. */
export function handedIn(
  context: ProjectContext,
  change: Partial<ProjectContext>,
  facts: Facts,
): Partial<ProjectContext> {
  const after = { ...change, ...papersNow(facts) };
  const sameVersion = same(declaredNow({ ...context, ...after }), declaredNow(context));
  return { ...after, version: sameVersion ? context.version : facts.seq };
}

/**
 * Records what the applicant changes when a paper has come back: the declaration in the pool and in the plan, the
 * dossier in approval. It counts as handed in on that day.
 */
export function corrected(
  context: ProjectContext,
  data: { declaration?: Partial<Declaration>; dossier?: DossierChanges },
  facts: Facts,
): Partial<ProjectContext> {
  const change = {
    returned: null,
    ...(data.declaration ? declared(context, data.declaration, facts) : {}),
    ...(dossierUnderReview(context) ? rewritten(context, data.dossier ?? {}, facts) : {}),
  };
  return handedIn(context, change, facts);
}
