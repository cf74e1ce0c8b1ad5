import { panelRules, reviewedRule } from '../../../desk.js';
import { amountOf, dossierOf, expertReviewOf, presentAmount, unitsInvolved, type ProjectContext } from '../context.js';

export const { affiliationKnown, enoughExperts, independentExperts } = panelRules<ProjectContext>({
  // The dossier under examination, or the approved budget once there is one.
  amount: (context) =>
    amountOf(context, 'budget') ?? Math.max(dossierOf(context)?.amountFen ?? 0, presentAmount(context)),
  avoided: unitsInvolved,
});
export const expertsReviewed = reviewedRule<ProjectContext>(expertReviewOf);
