import { addDays } from '#machines/kit/words/dates.js';
import { decidedPlan, JOINT } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Refused, type Desk } from '../desk.js';
import { pooled } from './project.js';

const BUREAU = 'data-bureau';
const FIRST_YEAR = 2026;
const LAST_YEAR = 2100;

/** The year whose plan takes applications now. */
export class Window {
  year: number | null = null;
}

/** One plan after the other: announced, opened and closed by time, reviewed, issued. Each project on it is told. */
export async function plans(desk: Desk, window: Window): Promise<void> {
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    try {
      const opensOn = addDays(desk.today, desk.chance.int(3, 6));
      const closesOn = addDays(opensOn, desk.chance.int(15, 25));
      const id = await desk.begin(BUREAU, 'annual-plan', { year, opensOn, closesOn });
      await until(desk, id, (states) => states.some((s) => s.endsWith('collecting')));
      window.year = year;
      await until(desk, id, (states) => states.some((s) => s.endsWith('jointReview')));
      window.year = null;
      await desk.rest(0, 10);
      await decided(desk, id);
    } catch (error) {
      window.year = null;
      if (!(error instanceof Refused)) throw error;
    }
  }
}

async function decided(desk: Desk, id: string): Promise<void> {
  // An empty list waits for nobody's opinion.
  for (const by of JOINT) await desk.send(by, id, 'giveJointOpinion', { opinion: 'agree' });
  for (let i = JOINT.length; i < decidedPlan(0, desk.today).length; i++) {
    await desk.tell(id, BUREAU, (today) => decidedPlan(0, today).slice(i, i + 1));
    await desk.rest(0, 3);
  }
}

async function until(desk: Desk, id: string, holds: (states: readonly string[]) => boolean): Promise<void> {
  for (;;) {
    const { states } = await desk.look(BUREAU, id);
    if (holds(states as string[])) return;
    await desk.rest(1, 1);
  }
}

/** Applies to the plan that is open, and follows the project from there. */
export async function planned(desk: Desk, window: Window): Promise<void> {
  const {
    id,
    applicant: { unit, superior },
  } = await pooled(desk, false);
  for (let waited = 0; window.year === null; waited++) {
    if (waited > 60) return;
    await desk.rest(1, 2);
  }
  await desk.send(unit, id, 'applyForPlan', { planYear: window.year });
  if (superior) await desk.send(superior, id, 'endorse');
}
