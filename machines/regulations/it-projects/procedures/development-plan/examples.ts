import { affiliationExamples } from '#machines/desk/affiliation.examples.js';
import { revisionExamples } from '../../common/alters.examples.js';
import type { Evidence } from '#machines/kit/testing/example.js';
import { noticedExamples } from '#machines/desk/corrections.examples.js';
import { handedInExamples } from '#machines/desk/handed-in.examples.js';
import { decisionExamples, opinionExamples, recallExamples } from '../../desk.examples.js';
import type { PlanContext } from './context.js';
import { deadlines } from './deadlines.js';
import { approvalExamples } from './rules/approval.examples.js';
import { creationExamples } from './rules/creation.examples.js';
import { ground, own } from './testing/ground.js';

/** The evidence for the rules of a development plan. */
export const evidence: Evidence<PlanContext> = {
  ground,
  examples: [
    ...creationExamples,
    ...approvalExamples,
    ...handedInExamples(own, { planText: '规划文本', evaluationReport: '评估论证报告', adjustmentOpinion: '调整意见' }),
    ...revisionExamples(own, { field: 'title', is: ground.context.declaration.title, other: '另一名称' }),
    ...affiliationExamples(own),
    ...decisionExamples(own),
    ...opinionExamples(own),
    ...recallExamples(own),
    ...noticedExamples(own, Object.keys(deadlines)),
  ],
};
