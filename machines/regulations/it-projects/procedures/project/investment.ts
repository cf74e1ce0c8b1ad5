import type { Fen } from '#machines/kit/words/money.js';
import type { ProjectContext } from './context.js';

/** The cost of a project and the self-adjustments of its unit. Changes are measured by them (二(三)3). */

/** Returns the sums of 自主调整 so far, of all changes except one. */
export function selfAdjusted({ changes }: ProjectContext, but?: string): { increaseFen: Fen; decreaseFen: Fen } {
  const made = changes.filter((c) => c.standing === 'made' && c.change !== but);
  return {
    increaseFen: made.reduce((sum, c) => sum + c.increaseFen, 0),
    decreaseFen: made.reduce((sum, c) => sum + c.decreaseFen, 0),
  };
}

/** Returns the budget as it was approved first: 投资总概算. A self-adjustment may be a share of it. */
export const originalBudget = (context: ProjectContext): Fen | undefined =>
  context.amounts.find((a) => a.kind === 'budget')?.amountFen;

/** Returns the present investment: the budget in force, with what the unit has adjusted itself since then. */
export function presentTotal(context: ProjectContext, but?: string): Fen | undefined {
  const budget = context.amounts.findLast((a) => a.kind === 'budget');
  if (!budget) return undefined;
  const since = context.changes.filter((c) => c.standing === 'made' && c.change !== but && c.seq > budget.seq);
  return since.reduce((sum, c) => sum + c.increaseFen - c.decreaseFen, budget.amountFen);
}
