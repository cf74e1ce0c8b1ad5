import { panelRules, reviewedRule } from '../../../desk.js';
import { listed, type PlanContext } from '../context.js';

/**
 * 三3 for a plan: nobody sits on the panel from a unit with a project on the list, nor from the bureau, which draws the
 * list up.
 */
export const { affiliationKnown, enoughExperts, independentExperts } = panelRules<PlanContext>({
  amount: () => null,
  avoided: (context, unitName) => [unitName, ...listed(context).map((i) => i.unit.name)],
});
export const expertsReviewed = reviewedRule<PlanContext>(({ expertReview }) => expertReview);
