import { beforeEach, describe, expect, it } from '@jest/globals';
import { Docket, type Tale } from '#machines/kit/testing/story.js';
import { world } from '../../testing/world.js';
import { project } from '../project/procedure.js';
import { declarationOf } from '../project/testing/lines.js';
import { rectification } from './procedure.js';
import { fen } from './testing/lines.js';

const taken = ({ tale, decision }: ReturnType<Docket['open']>): Tale => {
  expect(decision.kind).toBe('accepted');
  return tale;
};

const orderOf = (of: Tale, limit: object) => ({
  project: of.number,
  number: '青数整〔2025〕1号',
  source: 'inspection',
  basis: '二(六)3',
  problems: [{ text: '未报进度', clause: '2.3.4' }],
  limit,
});

describe('a rectification that nobody carries out', () => {
  let docket: Docket;
  let rectified: Tale;
  let own: Tale;

  beforeEach(() => {
    docket = new Docket(world, '2025-03-03');
    own = taken(docket.open(project, 'county-hospital', declarationOf('影像云', fen)));
    rectified = taken(docket.open(rectification, 'data-bureau', orderOf(own, { until: '2025-03-31' })));
  });

  it('belongs to the unit of the project, whoever ordered it, and tells it', () => {
    expect(rectified.unit.id).toBe('county-hospital');
    expect(rectified.notices).toContainEqual(
      expect.objectContaining({ kind: '待办', to: 'unit:county-hospital', title: '待办：限期整改中' }),
    );
    expect(rectified.state.deadlines).toEqual([
      expect.objectContaining({ name: 'rectification', dueOn: '2025-03-31' }),
    ]);
  });

  it('reminds three days before its end and on the last day, then climbs up, and never lapses', () => {
    docket.passTo('2025-06-02');
    expect(rectified.reminders.map(({ at, rung, to }) => [at.slice(0, 10), rung, to.join()])).toEqual([
      ['2025-03-28', 'third', 'unit:county-hospital'],
      ['2025-03-31', 'due', 'unit:county-hospital'],
      ['2025-04-01', 'head', 'head:unit:county-hospital'],
      ['2025-04-08', 'superior', 'unit:health'],
      ['2025-04-15', 'bureau', 'head:role:data-bureau'],
      ['2025-04-28', 'consultation', 'role:supervisor'],
      ['2025-05-29', 'again-1', 'unit:county-hospital,head:unit:county-hospital'],
    ]);
    expect(
      rectified.notices
        .slice(-2)
        .map(({ kind, title, text, urgent }) => [kind, title, text.split('(二(六)3)')[1], urgent]),
    ).toEqual([
      ['待办', '提醒：完成整改并报告', '已于2025-03-31到期，请立即办理。', true],
      ['待阅', '督办：完成整改并报告', '应由县人民医院于2025-03-31前办结，已逾期40个工作日，请督促。', true],
    ]);
    expect(
      rectified.send('data-bureau', 'criticise', { reason: '逾期未整改', number: '1', date: '2025-06-02' }).kind,
    ).toBe('accepted');
  });

  it('is made known to the department above the unit and to the supervisor when it is criticised', () => {
    docket.passTo('2025-04-01');
    rectified.send('data-bureau', 'criticise', { reason: '逾期未整改', number: '青数〔2025〕8号', date: '2025-04-01' });
    const told = rectified.notices.filter((n) => n.title.includes('通报批评')).map((n) => [n.kind, n.to]);
    expect(told).toEqual([
      ['待阅', 'unit:county-hospital'],
      ['待阅', 'unit:health'],
      ['待阅', 'role:supervisor'],
    ]);
    expect(rectified.state.snapshot.context).toMatchObject({
      measures: [
        {
          kind: 'criticism',
          reason: '逾期未整改',
          number: '青数〔2025〕8号',
          date: '2025-04-01',
          by: { id: 'data-bureau', name: '县数据资源管理局' },
        },
      ],
    });
  });

  it('counts a limit in days to the first workday after a holiday, a day that was named to that day', () => {
    const counted = taken(docket.open(rectification, 'supervisor', orderOf(own, { days: 34 })));
    expect(counted.state.deadlines.map((d) => d.dueOn)).toEqual(['2025-04-07']);
    const named = taken(docket.open(rectification, 'supervisor', orderOf(own, { until: '2025-04-06' })));
    expect(named.state.deadlines.map((d) => d.dueOn)).toEqual(['2025-04-06']);
  });

  it('stops every clock of the project, and gives back the days when it is lifted', () => {
    docket.passTo('2025-04-01');
    const clocks = (): string[] => own.state.deadlines.map((d) => `${d.name} ${d.status}`);
    expect(clocks()).toEqual(['declaration open']);
    rectified.send('data-bureau', 'suspendProject', { reason: '逾期未整改', number: '8号', date: '2025-04-01' });
    expect(clocks()).toEqual(['declaration paused', 'suspensionTracking open']);
    expect(own.state.snapshot.context).toMatchObject({
      suspension: { on: '2025-04-01', grounds: [{ case: rectified.number, reason: '逾期未整改', number: '8号' }] },
    });
  });
});

describe('what a unit is shown when it declares the next project', () => {
  it('is an open rectification of another one, which refuses nothing', () => {
    const docket = new Docket(world, '2025-03-03');
    const first = taken(docket.open(project, 'education', declarationOf('一期', fen)));
    const next = taken(docket.open(project, 'education', declarationOf('二期', fen)));
    const order = taken(docket.open(rectification, 'data-bureau', orderOf(first, { days: 28 })));
    next.upload('declarationForm');
    const declare = next.actions('education').find((a) => a.type === 'declare')!;
    const warned = declare.advice.filter((a) => a.rule === 'unit.rectified');
    expect([declare.allowed, warned.length]).toEqual([true, 1]);
    expect(warned[0]!.message).toContain(order.number);
    expect(next.send('education', 'declare').kind).toBe('accepted');
    expect(next.history.at(-1)!.judged).toContainEqual(
      expect.objectContaining({ rule: 'unit.rectified', advice: expect.stringContaining(order.number) }),
    );
  });
});
