import { affiliationExamples } from '#machines/desk/affiliation.examples.js';
import { noticedExamples, returnExamples } from '#machines/desk/corrections.examples.js';
import { revisionExamples } from '../../common/alters.examples.js';
import type { Evidence } from '#machines/kit/testing/example.js';
import { recordExamples } from '../../common/rules/unit-record.examples.js';
import { handedInExamples } from '#machines/desk/handed-in.examples.js';
import { decisionExamples, opinionExamples, recallExamples } from '../../desk.examples.js';
import { RETURN_TO } from '../../desk.js';
import type { OperationContext } from './context.js';
import { deadlines } from './deadlines.js';
import { budgetExamples } from './rules/budget.examples.js';
import { projectExamples } from './rules/project.examples.js';
import { reviewExamples } from './rules/review.examples.js';
import { ground, own } from './testing/ground.js';

/** The evidence for the rules of an operation review. */
export const evidence: Evidence<OperationContext> = {
  ground,
  examples: [
    ...budgetExamples,
    ...reviewExamples,
    ...projectExamples,
    ...recordExamples(own),
    ...handedInExamples(own, { operationPlan: '运维方案', operationBudget: '运维预算', useReport: '资源使用情况报告' }),
    ...revisionExamples(own, { field: 'year', is: ground.context.declaration.year, other: 2099 }),
    ...affiliationExamples(own),
    ...decisionExamples(own),
    ...opinionExamples(own),
    ...returnExamples(own, RETURN_TO),
    ...recallExamples(own),
    ...noticedExamples(own, Object.keys(deadlines)),
  ],
};
