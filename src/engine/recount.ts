import { SYSTEM } from '#machines/kit/case/facts.js';
import { recount as counted } from '#machines/kit/decide/timekeeping.js';
import { openCase } from './case-of.js';
import { changeOfRecount } from './change.js';
import { committed, type Deps } from './deps.js';
import { unchanged } from './outcome.js';
import type { Caller, Change } from './ports.js';
import { orRingFailed } from './ring-failed.js';

/**
 * Counts the running deadlines of a case again if they were counted with an older edition of the calendar than this
 * process has. The caller makes sure that it has the newest. Returns whether the case was behind.
 * @throws RingFailed when the law itself fails on it.
 */
export async function recount(deps: Deps, caseId: string, caller: Caller): Promise<boolean> {
  const world = await deps.world.current();
  const change = await deps.store.recount<Change | null>(caseId, (loaded) => {
    if (loaded.record.countedWith >= world.calendar.edition) return unchanged(null);
    const opened = openCase(loaded, SYSTEM, world);
    const { procedure, state, facts } = opened;
    const after = changeOfRecount(
      loaded.record,
      opened,
      orRingFailed(() => counted(procedure, state, facts)),
    );
    return { change: after, answer: null, result: after };
  });
  if (change) await committed(deps, change, caller);
  return change !== null;
}
