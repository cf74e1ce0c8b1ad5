import { describe, expect, it } from '@jest/globals';
import type { Deadline } from '../case/occurrence.js';
import { isLate } from '../decide/timekeeping.js';
import { Calendar } from '../words/calendar.js';
import { workdaysOver } from '../words/period.js';
import { testYears } from './calendar.js';
import { usualDeadline } from './example.js';
import { erasedLateness } from './lateness.js';

const late: Deadline = {
  ...usualDeadline,
  name: 'preReview',
  openedOn: '2025-03-03',
  startsOn: '2025-03-03',
  dueOn: '2025-03-17',
};
const stopped = (from: string): Deadline => ({ ...late, status: 'paused', pauses: [{ from, to: null, why: '补正' }] });

/** An event on Monday, 31 March 2025. */
const after = (is: Deadline | null, changed: Deadline[] = []) =>
  erasedLateness({
    before: { deadlines: [late] },
    accepted: { type: 'returnForCorrection', next: { deadlines: is ? [is] : [] }, changedDeadlines: changed },
    facts: { today: '2025-03-31' },
  });

describe('lateness', () => {
  it('stays when the clock stops, and when it is done or given up', () => {
    expect(after(stopped('2025-03-31'))).toBeNull();
    expect(after(null, [{ ...late, status: 'done', closedOn: '2025-03-31' }])).toBeNull();
  });

  it.each([
    ['a clock that is said to have stopped before', stopped('2025-03-10'), []],
    ['a later day', { ...late, dueOn: '2025-04-30' }, []],
    ['a deadline that is gone', null, []],
    ['a deadline that ended with another day', null, [{ ...late, closedOn: '2025-03-31', dueOn: '2025-04-01' }]],
  ])('is missed: %s', (_, is, changed) => {
    expect(after(is, changed)).toMatch(/^returnForCorrection: preReview was late since 2025-03-17, and is /);
  });

  it('does not begin with a second reason to stand still', () => {
    const twice = (first: string): Deadline => ({
      ...stopped(first),
      pauses: [first, '2025-03-31'].map((from) => ({ from, to: null, why: from })),
    });
    expect([isLate(twice('2025-03-10'), '2025-04-30'), isLate(twice('2025-03-24'), '2025-04-30')]).toEqual([
      false,
      true,
    ]);
  });

  it('counts no day on which the clock stands still', () => {
    const over = (pauses: Deadline['pauses']) =>
      workdaysOver('2025-03-17', '2025-03-31', new Calendar(testYears), pauses);
    expect(over([])).toBe(10);
    expect(over(stopped('2025-03-24').pauses)).toBe(5);
    expect(over([{ from: '2025-03-24', to: '2025-03-26', why: '补正' }])).toBe(8);
  });
});
