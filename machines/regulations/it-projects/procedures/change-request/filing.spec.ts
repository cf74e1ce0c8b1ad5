import { describe, expect, it } from '@jest/globals';
import { tell, type Tale } from '#machines/kit/testing/story.js';
import { world } from '../../testing/world.js';
import { project } from '../project/procedure.js';
import { decidedFirst, decidedThenApproval } from './scenarios/self-adjustment.js';

function changeOf(story: typeof decidedFirst): Tale {
  let change: Tale | undefined;
  tell(project, story, world, (_, tales) => {
    change = tales.get('change');
  });
  return change!;
}

/** Returns each deadline of the change as it was when it was last changed. */
const clocksOf = (story: typeof decidedFirst, name: string) => {
  const last = new Map(
    changeOf(story)
      .history.flatMap((h) => h.changedDeadlines)
      .filter((d) => d.name === name)
      .map((d) => [d.id, d]),
  );
  return [...last.values()].map((d) => [d.startsOn, d.dueOn, d.status, d.closedOn]);
};

describe('filing a self-adjustment (二(三)3, 同时)', () => {
  it('is owed by the unit from its decision on; another decision begins anew, and what is filed late is done late', () => {
    expect(clocksOf(decidedFirst, 'filing')).toEqual([
      ['2025-04-01', '2025-04-09', 'cancelled', '2025-04-07'],
      ['2025-04-07', '2025-04-14', 'done', '2025-04-21'],
    ]);
  });

  it('is not owed by a change that is handed in for approval after all', () => {
    expect(clocksOf(decidedThenApproval, 'filing')).toEqual([['2025-04-07', '2025-04-14', 'cancelled', '2025-04-21']]);
  });

  it('is acknowledged by the bureau within days of its own, from the filing on', () => {
    expect(clocksOf(decidedFirst, 'acknowledgement')).toEqual([['2025-04-21', '2025-04-27', 'done', '2025-04-23']]);
  });

  it('reminds the unit before its last day and on it, and its head on the workday after', () => {
    const told = changeOf(decidedFirst)
      .reminders.filter((r) => r.deadline === 'filing')
      .map((r) => [r.at.slice(0, 10), r.rung, r.to.join()]);
    expect(told).toEqual([
      ['2025-04-07', 'second', 'unit:education'],
      ['2025-04-11', 'third', 'unit:education'],
      ['2025-04-13', 'last', 'unit:education'],
      ['2025-04-14', 'due', 'unit:education'],
      ['2025-04-15', 'head', 'head:unit:education'],
    ]);
  });
});
