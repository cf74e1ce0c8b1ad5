import { describe, expect, it } from '@jest/globals';
import { tell } from '#machines/kit/testing/story.js';
import { world } from '../../testing/world.js';
import { project } from './procedure.js';
import { lastActCloses, periodUnnamed } from './scenarios/settling.js';

describe('the end of the free interface period (二(四)3)', () => {
  const tale = tell(project, lastActCloses, world);
  const told = () =>
    tale.reminders.filter((r) => r.deadline === 'interfacePeriod').map((r) => [r.at.slice(0, 10), r.rung, r.to.join()]);

  it('is counted from the acceptance by the months of the contract', () => {
    const { acceptance, contract } = tale.state.snapshot.context as {
      acceptance: { passedOn: string };
      contract: { interfaceFreeMonths: number };
    };
    expect([acceptance.passedOn, contract.interfaceFreeMonths]).toEqual(['2025-07-14', 36]);
    // The project stood still for some days. The contract did not, so its period is not longer.
    expect(tale.state.deadlines).toEqual([
      expect.objectContaining({ name: 'interfacePeriod', status: 'open', dueOn: '2028-07-14' }),
    ]);
  });

  it('is told to the unit before it comes and on the day, although the project has closed long ago, and is done then', () => {
    expect([tale.state.position.status, told()]).toEqual(['closed', []]);
    tale.passTo('2028-12-31');
    expect(told()).toEqual([
      ['2028-04-15', 'first', 'unit:education'],
      ['2028-06-14', 'second', 'unit:education'],
      ['2028-07-14', 'due', 'unit:education'],
    ]);
    expect(tale.notices.at(-1)).toMatchObject({
      kind: '待阅',
      text: expect.stringContaining('数据接口免费服务期届满(二(四)3)：2028-07-14'),
    });
    expect(tale.state.deadlines.filter((d) => d.status === 'open')).toEqual([]);
  });

  it('is the usual one where the contract names no months, until it names them', () => {
    const amended = tell(project, periodUnnamed, world);
    const clocks = amended.history
      .flatMap((h) => h.changedDeadlines)
      .filter((d) => d.name === 'interfacePeriod')
      .map((d) => [d.dueOn, d.rule, d.status]);
    expect(clocks).toEqual([
      ['2026-07-14', '自2025-07-14起12个月', 'open'],
      ['2026-07-14', '自2025-07-14起12个月', 'cancelled'],
      ['2027-07-14', '到确定的日期', 'open'],
    ]);
  });
});
