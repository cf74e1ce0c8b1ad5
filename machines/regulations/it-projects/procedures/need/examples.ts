import { revisionExamples } from '../../common/alters.examples.js';
import type { Evidence } from '#machines/kit/testing/example.js';
import { noticedExamples, returnExamples } from '#machines/desk/corrections.examples.js';
import { handedInExamples } from '#machines/desk/handed-in.examples.js';
import { decisionExamples, opinionExamples, recallExamples } from '../../desk.examples.js';
import type { NeedContext } from './context.js';
import { deadlines } from './deadlines.js';
import { RETURN_TO } from './events.js';
import { coordinationExamples } from './rules/coordination.examples.js';
import { creationExamples } from './rules/creation.examples.js';
import { ground, own } from './testing/ground.js';

/** The evidence for the rules of a need. */
export const evidence: Evidence<NeedContext> = {
  ground,
  examples: [
    ...creationExamples,
    ...coordinationExamples,
    ...handedInExamples(own, { needStatement: '需求说明' }),
    ...revisionExamples(own, { field: 'title', is: ground.context.declaration.title, other: '另一名称' }),
    ...decisionExamples(own),
    ...opinionExamples(own),
    ...returnExamples(own, RETURN_TO),
    ...recallExamples(own),
    ...noticedExamples(own, Object.keys(deadlines)),
  ],
};
