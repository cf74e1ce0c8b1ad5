import type { Fen } from '#machines/kit/words/money.js';
import type { ProjectContext } from './context.js';

/** What a project may cost, and how far its unit has gone by itself: what its changes are measured by (二(三)3). */

/** 自主调整 so far, of all changes but one: what has been increased and decreased in all. */
export function selfAdjusted({ changes }: ProjectContext, but?: string): { increaseFen: Fen; decreaseFen: Fen } {
  const made = changes.filter((c) => c.standing === 'made' && c.change !== but);
  return {
    increaseFen: made.reduce((sum, c) => sum + c.increaseFen, 0),
    decreaseFen: made.reduce((sum, c) => sum + c.decreaseFen, 0),
  };
}

/** The budget as it was approved first: 投资总概算, of which a self-adjustment may be a share. */
export const originalBudget = (context: ProjectContext): Fen | undefined =>
  context.amounts.find((a) => a.kind === 'budget')?.amountFen;

/** What the investment comes to now: the budget in force with what the unit has adjusted itself since then. */
export function presentTotal(context: ProjectContext, but?: string): Fen | undefined {
  const budget = context.amounts.findLast((a) => a.kind === 'budget');
  if (!budget) return undefined;
  const since = context.changes.filter((c) => c.standing === 'made' && c.change !== but && c.seq > budget.seq);
  return since.reduce((sum, c) => sum + c.increaseFen - c.decreaseFen, budget.amountFen);
}
