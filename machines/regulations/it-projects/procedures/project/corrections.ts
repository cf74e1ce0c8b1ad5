import type { IsoDate } from '#machines/kit/words/dates.js';
import { dossierUnderReview, presentAmount, type Company, type Dossier, type ProjectContext } from './context.js';
import type { Declaration } from './declaration.js';
import type { DossierChanges } from './events/approval.js';

/**
 * An opinion on one scheme does not hold for another one: units that agreed to it are asked again if one of these
 * fields changes.
 */
const SCHEME = ['goal', 'content', 'estimateFen'] as const satisfies readonly (keyof Declaration)[];

function declared(
  context: ProjectContext,
  changes: Partial<Declaration>,
  today: IsoDate,
  seq: number,
): Partial<ProjectContext> {
  const declaration = { ...context.declaration, ...changes };
  const dearer = declaration.estimateFen !== presentAmount(context);
  const another = SCHEME.some((key) => declaration[key] !== context.declaration[key]);
  return {
    declaration,
    amounts: dearer
      ? [...context.amounts, { kind: 'estimate', amountFen: declaration.estimateFen, on: today, seq }]
      : context.amounts,
    ...(dearer ? { endorsed: false } : {}),
    ...(another ? { participation: {} } : {}),
  };
}

const isAnother = (changed: Company | undefined, known: Company | undefined): boolean =>
  changed !== undefined && changed.creditCode !== known?.creditCode;

/**
 * Removes the opinions of experts, city, province and the department above. They judged one amount, and the work of one
 * designer.
 */
const unasked = ({ endorsedOn, expertReview, specialReview, city, province, ...rest }: Dossier): Dossier => rest;

function rewritten(
  context: ProjectContext,
  { investmentFen, budgetFen, ...content }: DossierChanges,
  today: IsoDate,
): Partial<ProjectContext> {
  const before = dossierUnderReview(context)!;
  const amountFen = investmentFen ?? budgetFen ?? before.amountFen;
  const stands = amountFen === before.amountFen && !isAnother(content.designer, before.designer);
  const dossier = { ...(stands ? before : unasked(before)), ...content, amountFen, submittedOn: today };
  return { dossiers: { ...context.dossiers, [context.dossier!]: dossier } };
}

/**
 * Records what the applicant changes when a paper has come back: the declaration in the pool and in the plan, the
 * dossier in approval. It counts as handed in on that day.
 */
export function corrected(
  context: ProjectContext,
  data: { declaration?: Partial<Declaration>; dossier?: DossierChanges },
  today: IsoDate,
  seq: number,
): Partial<ProjectContext> {
  return {
    returned: null,
    ...(data.declaration ? declared(context, data.declaration, today, seq) : {}),
    ...(dossierUnderReview(context) ? rewritten(context, data.dossier ?? {}, today) : {}),
  };
}
