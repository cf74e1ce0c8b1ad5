import { SYSTEM } from '#machines/kit/case/facts.js';
import type { Deadline } from '#machines/kit/case/occurrence.js';
import { decide } from '#machines/kit/decide/decide.js';
import { ring as rung } from '#machines/kit/decide/ring.js';
import { labelOf } from '#machines/kit/law/procedure.js';
import { openCase } from './case-of.js';
import { changeOfRing } from './change.js';
import { committed, type Deps } from './deps.js';
import { dueFirst, stillDue } from './guards.js';
import { unchanged } from './outcome.js';
import type { Caller, Change, Loaded, Verdict, WorldNow } from './ports.js';
import { recount } from './recount.js';
import { orRingFailed, RingFailed } from './ring-failed.js';

type Tried =
  | { kind: 'rang'; change: Change }
  | { kind: 'not-due' }
  /** The case was counted with an older edition than the present calendar. */
  | { kind: 'behind' }
  | { kind: 'after-another'; ringFirst: string };

/**
 * Answers a deadline's alarm. It reads the row again under the lock of its case: an alarm that comes early, twice, or
 * for an occurrence that is over does nothing. If it moves the case, what was due before rings first. A case counted
 * with an older edition of the calendar is counted again before, because its day may have moved. Returns whether it
 * rang.
 * @throws RingFailed when the law itself fails on it.
 */
export async function ring(deps: Deps, deadlineId: string, caller: Caller): Promise<boolean> {
  const caseId = await deps.store.caseOfDeadline(deadlineId);
  if (caseId === null) return false;
  const passedOver = new Set<string>();
  for (;;) {
    const world = await deps.world.current();
    const tried = await deps.store.change<Tried>(caseId, null, (loaded) =>
      attempt(loaded, world, deadlineId, passedOver),
    );
    switch (tried?.kind) {
      case 'rang':
        await committed(deps, tried.change, caller);
        return true;
      case 'behind':
        await recount(deps, caseId, caller);
        break;
      case 'after-another':
        await ringOrPassOver(deps, tried.ringFirst, passedOver, caller);
        break;
      case 'not-due':
      case undefined:
        return false;
    }
  }
}

/**
 * Rings what must ring before something else is tried again. It does not matter whether it rang or somebody else was
 * faster: the next try sees what is due then. A deadline on which the law fails is passed over: it must not hold up the
 * case.
 * @throws whatever else goes wrong on the way.
 */
export async function ringOrPassOver(
  deps: Deps,
  deadlineId: string,
  passedOver: Set<string>,
  caller: Caller,
): Promise<void> {
  try {
    await ring(deps, deadlineId, caller);
  } catch (error) {
    if (!(error instanceof RingFailed)) throw error;
    passedOver.add(deadlineId);
  }
}

function attempt(loaded: Loaded, world: WorldNow, deadlineId: string, passedOver: ReadonlySet<string>): Verdict<Tried> {
  const deadline = loaded.deadlines.find((d) => d.id === deadlineId);
  if (!stillDue(deadline, loaded.now)) return unchanged({ kind: 'not-due' });
  if (loaded.record.countedWith < world.calendar.edition) return unchanged({ kind: 'behind' });
  const change = orRingFailed(() => changeOfAlarm(loaded, world, deadline));
  const [ringFirst] = change.row ? dueFirst(loaded.deadlines, loaded.now, passedOver, deadline) : [];
  if (ringFirst !== undefined) return unchanged({ kind: 'after-another', ringFirst });
  return { change, answer: null, result: { kind: 'rang', change } };
}

function changeOfAlarm(loaded: Loaded, world: WorldNow, deadline: Deadline): Change {
  const opened = openCase(loaded, SYSTEM, world);
  const { procedure, state, facts } = opened;
  const rang = rung(procedure, state, deadline, facts);
  const after = { ...state, deadlines: state.deadlines.map((d) => (d.id === deadline.id ? rang.deadline : d)) };
  const decision = rang.event === null ? null : decide(procedure, after, { type: rang.event, data: null }, facts);
  // A last day that moves nothing would be forgotten. As a fault it is seen.
  if (decision && decision.kind !== 'accepted')
    throw new Error(
      `期限“${procedure.deadlines[rang.deadline.name]!.label}”到期，${labelOf(procedure, rang.event!)}没有办成：${decision.kind}`,
    );
  return changeOfRing(loaded.record, { ...opened, state: after }, rang, decision, loaded.now);
}
