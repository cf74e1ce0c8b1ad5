import { panelRules, reviewedRule } from '../../../desk.js';
import { listed, type PlanContext } from '../context.js';

/** 三3 for a plan: whoever has a project on the list sits on no panel about it, nor does the bureau that draws it up. */
export const { enoughExperts, independentExperts } = panelRules<PlanContext>({
  amount: () => null,
  avoided: (context, unitName) => [unitName, ...listed(context).map((i) => i.unit.name)],
});
export const expertsReviewed = reviewedRule<PlanContext>(({ expertReview }) => expertReview);
