import { revisionExamples } from '../../common/alters.examples.js';
import type { Evidence } from '#machines/kit/testing/example.js';
import { noticedExamples, returnExamples } from '#machines/desk/corrections.examples.js';
import { handedInExamples } from '#machines/desk/handed-in.examples.js';
import { decisionExamples, opinionExamples, recallExamples } from '../../desk.examples.js';
import { RETURN_TO } from '../../desk.js';
import type { SchemeContext } from './context.js';
import { deadlines } from './deadlines.js';
import { creationExamples } from './rules/creation.examples.js';
import { reviewExamples } from './rules/review.examples.js';
import { ground, own } from './testing/ground.js';

/** The evidence for the rules of a scheme review. */
export const evidence: Evidence<SchemeContext> = {
  ground,
  examples: [
    ...creationExamples,
    ...reviewExamples,
    ...handedInExamples(own, { scheme: '项目方案' }),
    ...revisionExamples(own, { field: 'title', is: ground.context.declaration.title, other: '另一名称' }),
    ...decisionExamples(own),
    ...opinionExamples(own),
    ...returnExamples(own, RETURN_TO),
    ...recallExamples(own),
    ...noticedExamples(own, Object.keys(deadlines)),
  ],
};
