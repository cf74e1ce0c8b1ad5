import type { SharedEffect } from '#machines/kit/law/effects.js';
import { isOperation, type ProjectContext } from './context.js';

/**
 * The changes of a project and the review of an operation project can't be decided while the project stands still, so
 * they do not become late meanwhile.
 */
export const tellsStanding = (event: 'projectSuspended' | 'projectResumed'): SharedEffect[] => [
  { do: 'signal', relation: 'changes', event },
  {
    do: 'signal',
    relation: 'operationReviews',
    event,
    say: (context: ProjectContext) => (isOperation(context) ? [{ data: null }] : []),
  },
];
