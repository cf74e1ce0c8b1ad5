import type { SharedEffect } from '#machines/kit/law/effects.js';
import { isOperation, type ProjectContext } from './context.js';

/** What cannot be decided while the project stands still is not late meanwhile: its changes, and the review of an operation project. */
export const tellsStanding = (event: 'projectSuspended' | 'projectResumed'): SharedEffect[] => [
  { do: 'signal', relation: 'changes', event },
  {
    do: 'signal',
    relation: 'operationReviews',
    event,
    say: (context: ProjectContext) => (isOperation(context) ? [{ data: null }] : []),
  },
];
