import type { SharedEffect } from '#machines/kit/law/effects.js';
import { isOperation, withAmount, type ProjectContext } from './context.js';
import { askForFunds } from './dossier.js';
import type { OperationReviewed } from '../../common/operation-signals.js';
import { operationReviewed } from './rules/approval.js';
import { inPlan } from './rules/plan.js';
import { blocked, on, waiting, to } from './setup.js';

/**
 * 运维方案和预算审查 as its project sees it (二(五)4). The review is a case of its own; its conclusion is the project's
 * approval.
 */

/** An operation has no dossier, so these steps are refused. The refusal says where the operation is reviewed. */
const elsewhere = {
  ...blocked('approve', { by: 'dataBureau', clauses: ['2.5.4'], rules: [inPlan, operationReviewed] }),
  ...blocked('beginExpertReview', { by: 'dataBureau', clauses: ['2.5.4'], rules: [operationReviewed] }),
  ...blocked('submitFeasibility', { by: 'applicant', clauses: ['2.5.4'], rules: [operationReviewed] }),
  ...blocked('submitDesign', { by: 'applicant', clauses: ['2.5.4'], rules: [operationReviewed] }),
  ...blocked('submitCombined', { by: 'applicant', clauses: ['2.5.4'], rules: [operationReviewed] }),
  ...blocked('submitServicePlan', { by: 'applicant', clauses: ['2.5.4'], rules: [operationReviewed] }),
};

/** A review that ends without a conclusion leaves the project here. Its unit begins another one. */
export const operationReview = {
  ...waiting({
    label: '待运维方案和预算审查',
    party: 'applicant',
    clause: '2.5.4',
    begins: 'operation-review',
    through: 'operationReviews',
    opens: ['operationReview'],
  }),
  on: {
    ...elsewhere,
    ...on('operationReviewed', {
      to: to('procurement'),
      by: 'system',
      clauses: ['2.5.4'],
      then: [askForFunds],
      tells: ['budgetApproved'],
      record: (context, { approvedFen, ...reviewed }: OperationReviewed, { seq }) => ({
        operationApproval: { ...reviewed, amountFen: approvedFen },
        amounts: withAmount(context.amounts, { kind: 'budget', amountFen: approvedFen, on: reviewed.date, seq }),
      }),
    }),
  },
};

/**
 * The cost of a year's operation is also told to the project that built the system, and to a project that another
 * review has moved on. They note it and do nothing.
 */
export const hearsOfOperation = on('operationReviewed', { by: 'system', clauses: ['2.5.4'] });

/**
 * The review of a plan ends with its operation project. A system is operated even when the project that built it has
 * ended, so its review goes on.
 */
export const endsReview: SharedEffect = {
  do: 'signal',
  relation: 'operationReviews',
  event: 'projectEnded',
  say: (context: ProjectContext) => (isOperation(context) ? [{ data: null }] : []),
};
