import type { Deadline } from '#machines/kit/case/occurrence.js';

/**
 * Tells whether a deadline was late when its clock was stopped, by whatever stopped it first. It is worked out here once
 * more, without the program, which the checker and the stuck list are compared with.
 */
export const lateWhenStopped = ({ status, dueOn, pauses }: Deadline): boolean =>
  status === 'paused' && dueOn !== null && pauses.every(({ from, to }) => to !== null || from > dueOn);
