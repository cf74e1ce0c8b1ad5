import { PROJECT_SUSPENSION, type SharedEffect } from '#machines/kit/law/effects.js';

/** The signals of a project about its 暂停, to the cases that wait on it. */
export const standingEvents = {
  projectSuspended: { label: '项目已暂停' },
  projectResumed: { label: '项目已恢复' },
} as const;

const stops: readonly SharedEffect[] = [{ do: 'pauseAll', why: PROJECT_SUSPENSION }];
const goesOn: readonly SharedEffect[] = [{ do: 'resumeAll', why: PROJECT_SUSPENSION }];

/** The clocks of such a case stand still with its project (二(六)3). */
export const standsWithProject = {
  projectSuspended: { by: 'system' as const, clauses: ['2.6.3b'] as const, then: stops },
  projectResumed: { by: 'system' as const, clauses: ['2.6.3b'] as const, then: goesOn },
};
