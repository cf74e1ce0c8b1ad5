import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#machines/kit/case/facts.js';
import { transitionsOf } from '#machines/kit/read/describe.js';
import { Docket, type Tale } from '#machines/kit/testing/docket.js';
import { wan } from '#machines/kit/words/money.js';
import { world } from '../../testing/world.js';
import { approvedBudget, type ProjectContext } from './context.js';
import { changeSignals } from '../../common/change-signals.js';
import { originalBudget, presentTotal, selfAdjusted } from './investment.js';
import { project } from './procedure.js';
import { declarationOf } from './testing/lines.js';

const CHANGE = '00000000-0000-7000-8000-00000000c0de';
const from = (told: number) => ({ change: CHANGE, number: 'BG-2026-0001', told });
const made = (told: number, increaseFen: number, decreaseFen: number) => ({
  ...from(told),
  increaseFen,
  decreaseFen,
  scheduleDays: 0,
  on: '2026-01-05',
});

/** The signals of a change request may arrive late, twice, or out of order. */
describe('a project that hears of its changes', () => {
  const begun = (): Tale =>
    new Docket(world, '2026-01-05').open(project, 'education', declarationOf('学籍系统', wan(100))).tale;
  const context = (tale: Tale): ProjectContext => tale.state.snapshot.context as ProjectContext;
  const told = (tale: Tale, ...signals: [string, object][]): ProjectContext => {
    for (const [type, data] of signals) expect([type, tale.told(SYSTEM, type, data).kind]).toEqual([type, 'accepted']);
    return context(tale);
  };

  it('takes every signal wherever it stands, and from nobody but the system', () => {
    for (const signal of Object.keys(changeSignals)) {
      expect(transitionsOf(project).filter((t) => t.event === signal)).toEqual([
        expect.objectContaining({ from: 'underway', by: ['system'], rules: [], when: null, to: [] }),
      ]);
    }
    const tale = begun();
    tale.upload('standingDecision');
    expect(tale.send('data-bureau', 'suspend', { reason: '检查', number: '1', date: '2026-01-05' }).kind).toBe(
      'accepted',
    );
    expect(told(tale, ['changeOpened', from(1)]).changes).toMatchObject([{ standing: 'open' }]);
    expect(tale.send('education', 'changeClosed', from(2)).kind).toBe('not-applicable');
  });

  it('keeps the newest signal of one change, in whatever order they come', () => {
    const approved: [string, object] = ['changeApproved', { ...made(5, wan(10), 0), totalFen: wan(110) }];
    const late = told(begun(), approved, ['changeSubmitted', from(3)], ['changeOpened', from(1)], approved);
    expect(late.changes).toMatchObject([{ standing: 'approved', told: 5 }]);
    expect(late.amounts.map((a) => [a.kind, a.amountFen])).toEqual([
      ['estimate', wan(100)],
      ['budget', wan(110)],
    ]);
    expect(told(begun(), ['changeClosed', from(4)], ['changeSubmitted', from(2)]).changes).toMatchObject([
      { standing: 'closed' },
    ]);
  });

  it('counts a self-adjustment once, even if it is corrected; a declined one no longer counts', () => {
    const tale = begun();
    told(
      tale,
      ['changeMade', made(2, wan(10), wan(4))],
      ['changeMade', made(2, wan(10), wan(4))],
      ['changeMade', made(4, wan(8), wan(8))],
    );
    expect(selfAdjusted(context(tale))).toEqual({ increaseFen: wan(8), decreaseFen: wan(8) });
    expect(selfAdjusted(context(tale), CHANGE)).toEqual({ increaseFen: 0, decreaseFen: 0 });
    told(tale, ['changeOpened', from(5)]);
    expect(selfAdjusted(context(tale))).toEqual({ increaseFen: 0, decreaseFen: 0 });
  });

  it('leaves the budget alone when an approved change leaves the total as it is', () => {
    const budget = told(begun(), ['changeApproved', { ...made(3, wan(10), 0), totalFen: wan(110) }]).amounts.length;
    const tale = begun();
    told(
      tale,
      ['changeApproved', { ...made(3, wan(10), 0), totalFen: wan(110) }],
      ['changeApproved', { ...made(2, 0, 0), change: CHANGE.replace('c0de', 'beef'), totalFen: wan(110) }],
    );
    expect(context(tale).amounts).toHaveLength(budget);
    expect(context(tale).changes).toHaveLength(2);
  });

  it('knows its investment: the first budget, the one in force, and what was adjusted since', () => {
    const usual = context(begun());
    const budgets = [
      { kind: 'budget' as const, amountFen: wan(100), on: '2026-01-05', seq: 3 },
      { kind: 'budget' as const, amountFen: wan(120), on: '2026-02-05', seq: 7 },
    ];
    const record = { change: 'a', number: '1', told: 1, standing: 'made' as const, scheduleDays: 0, on: '2026-01-06' };
    const changes = [
      { ...record, increaseFen: 0, decreaseFen: wan(5), seq: 5 },
      { ...record, change: 'b', increaseFen: wan(1), decreaseFen: wan(9), seq: 9 },
    ];
    const changed = { ...usual, amounts: [...usual.amounts, ...budgets], changes };
    expect([
      originalBudget(changed),
      approvedBudget(changed),
      presentTotal(changed),
      presentTotal(changed, 'b'),
    ]).toEqual([wan(100), wan(120), wan(112), wan(120)]);
    expect([originalBudget(usual), presentTotal(usual)]).toEqual([undefined, undefined]);
    expect(selfAdjusted(changed)).toEqual({ increaseFen: wan(1), decreaseFen: wan(14) });
  });
});
