import type { Ladders, Rung } from '../kit/ladder.js';

const before = (daysBefore: number): Rung => ({ id: `before-${daysBefore}`, when: { daysBefore }, to: 'whose', tone: 'remind' });

const inMonth = (monthsAfterStart: number): Rung => ({ id: `m${monthsAfterStart}`, when: { monthsAfterStart }, to: 'whose', tone: 'remind' });

const due: Rung = { id: 'due', when: { daysBefore: 0 }, to: 'whose', tone: 'due' };

const after = (workdaysAfter: number, to: Rung['to']): Rung => ({ id: `after-${workdaysAfter}wd`, when: { workdaysAfter }, to, tone: 'escalate' });

/** Who hears of a duty that nobody did: its own unit first, the consultation mechanism of 三1 last. */
const escalations: readonly Rung[] = [after(1, 'whose'), after(5, 'superior'), after(10, 'dataBureau'), after(20, 'consultation')];

/** The rungs that reminders climb. The regulation sets none of these days; they are this product's default. */
export const ladders = {
  standard: [before(30), before(7), before(3), before(1), due, ...escalations],
  /** The limit is set for each case and often short. */
  rectification: [before(3), due, ...escalations],
  trial: [before(30), before(7), due],
  evaluation: [inMonth(12), inMonth(18), inMonth(21), inMonth(23), due, ...escalations],
  /** An approval that leads to no contract: first when no procurement has come of it, then as usual. */
  unusedApproval: [{ id: 'm6', when: { afterStart: 'approval.stale.warn' }, to: 'whose', tone: 'remind' }, before(30), before(7), due, ...escalations],
  /** A day that only opens something: the step it opens has its own reminders. */
  silent: [],
} satisfies Ladders;
